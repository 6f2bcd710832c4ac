# One sentence per error code: what happened and what to do.
error-too-many-requests = Terlalu banyak percobaan. Coba lagi dalam { $minutes } menit.
error-unreadable = Isian tidak dapat dibaca. Muat ulang halaman, lalu coba lagi.
error-too-many-fields = Isian terlalu banyak. Muat ulang halaman, lalu coba lagi.
error-too-large = Kiriman terlalu besar. Kurangi isinya, lalu coba lagi.

# Akun
error-sign-in-failed = Email atau kata sandi salah. Periksa keduanya, atau atur kata sandi baru.
error-email-missing = Email belum diisi.
error-email-invalid = Alamat email tidak lengkap. Tulis seperti nama@contoh.id.
error-email-taken = Alamat email ini sudah dipakai akun lain.
error-name-missing = Nama belum diisi. Tulis paling sedikit 2 huruf.
error-too-long = Terlalu panjang. Paling banyak { $max } karakter.
error-phone-invalid = Nomor HP tidak cocok. Tulis 10 sampai 13 angka, misalnya 0812-3456-7890.
error-choice-unknown = Pilihan ini tidak ada. Pilih salah satu dari daftar.
error-password-short = Kata sandi terlalu pendek. Pakai paling sedikit { $min } karakter.
error-password-long = Kata sandi terlalu panjang. Pakai paling banyak { $max } karakter.
error-password-common = Kata sandi ini terlalu mudah ditebak. Pilih yang lain.
error-password-wrong = Kata sandi sekarang tidak cocok. Ketik lagi.
error-link-expired = Tautan tidak berlaku lagi. Minta tautan baru di sini.

# Keranjang dan checkout
error-items-missing = Keranjang masih kosong. Pilih barang dulu.
error-items-too-many = Terlalu banyak jenis barang. Paling banyak { $max } sekali pesan.
error-quantity-invalid = Jumlah tidak cocok. Isi angka 1 sampai { $max }.
error-variant-missing = Varian belum dipilih. Pilih salah satu.
error-item-unavailable = Barang ini tidak dijual lagi. Hapus dari keranjang, lalu lanjutkan.
error-out-of-stock = Stok tidak cukup, tersisa { $available }. Kurangi jumlahnya.
error-sold-out = Barang ini baru saja habis. Hapus dari keranjang, lalu lanjutkan.
error-cart-full = Keranjang penuh. Paling banyak { $max } jenis barang.
error-region-missing = Kelurahan belum dipilih. Tulis nama kelurahan atau kode pos, lalu pilih dari daftar.
error-region-query-missing = Tulis dulu nama kelurahan atau kode posnya.
error-total-updated = Sesuai pengiriman yang Anda pilih, totalnya sekarang { $total }. Periksa, lalu pesan lagi.
error-region-unknown = Kelurahan tidak ditemukan. Pilih dari daftar.
error-name-invalid = Nama tidak cocok. Tulis 2 sampai 80 huruf.
error-address-missing = Alamat belum diisi. Isi alamat, atau pilih ambil di sentra.
error-street-invalid = Alamat tidak cocok. Tulis jalan dan nomor, 5 sampai 200 huruf.
error-postal-code-invalid = Kode pos terdiri dari 5 angka.
error-delivery-unknown-shop = Toko ini tidak ada di keranjang. Muat ulang halaman.
error-delivery-twice = Pengiriman toko ini dipilih dua kali. Pilih satu saja.
error-delivery-missing = Cara pengiriman dari { $shop } belum dipilih.
error-not-deliverable = { $shop } tidak dapat mengirim ke alamat ini dengan cara itu. Pilih cara lain.
error-payment-unavailable = { $shop } tidak menerima cara bayar ini untuk pengiriman yang dipilih. Pilih cara lain.
error-price-changed = Harga berubah, jumlahnya sekarang { $total }. Periksa, lalu pesan lagi.
error-idempotency-key-invalid = Kunci permintaan harus 16 sampai 255 karakter.
error-cursor-invalid = Halaman lanjutan tidak dikenal. Mulai dari halaman pertama.

# Pesanan dan stok
error-reason-missing = Alasan belum diisi. Tulis paling sedikit 3 huruf.
error-courier-missing = Nama kurir belum diisi. Tulis 2 sampai 60 huruf.
error-tracking-missing = Nomor resi belum diisi. Tulis 4 sampai 60 huruf.
error-on-hand-invalid = Stok tidak cocok. Isi angka 0 sampai { $max }.
error-below-promised = Stok lebih kecil dari yang sudah dipesan. Isi jumlah yang lebih besar.
error-made-to-order = Barang ini dibuat sesuai pesanan, jadi tidak memakai stok.

# Katalog
error-bad-cursor = Halaman daftar ini tidak dikenal lagi. Mulai dari awal daftar.
error-bad-limit = Jumlah per halaman harus 1 sampai 100.
