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

# Pesanan dan stok
error-reason-missing = Alasan belum diisi. Tulis paling sedikit 3 huruf.
error-already-decided = Keadaannya sudah berubah, mungkin kurator lain lebih dulu memutuskan. Periksa lagi sebelum melanjutkan.
error-note-missing = Catatan belum diisi. Pilih yang perlu diperbaiki, atau tulis paling sedikit 3 huruf.
error-courier-missing = Nama kurir belum diisi. Tulis 2 sampai 60 huruf.
error-tracking-missing = Nomor resi belum diisi. Tulis 4 sampai 60 huruf.
error-on-hand-invalid = Stok tidak cocok. Isi angka 0 sampai { $max }.
error-below-promised = Stok lebih kecil dari yang sudah dipesan. Isi jumlah yang lebih besar.
error-lot-not-food = Lot hanya untuk makanan yang punya stok.
error-lot-code-invalid = Kode lot 3–32 karakter: huruf, angka, dan tanda hubung.
error-lot-code-taken = Kode lot ini sudah dipakai. Pilih kode lain.
error-lot-made-later = Tanggal produksi tidak boleh setelah hari ini.
error-lot-too-long = Lebih lama dari masa simpan produk ini ({ $days } hari sejak diproduksi).
error-lot-too-short = Tanggal ini sebelum tanggal produksi.
error-write-off-too-many = Yang bebas di rak tidak sebanyak itu; sisanya sudah dipesan.
error-lot-recalled = Barang di pesanan ini dari lot yang ditarik, jadi tidak boleh keluar. Batalkan pesanannya; uang pembeli dikembalikan.
error-capacity-invalid = Isi angka 0 sampai { $max }, atau kosongkan bila tidak dibatasi.
error-not-made-to-order = Barang ini memakai stok, bukan dibuat sesuai pesanan.
error-made-to-order = Barang ini dibuat sesuai pesanan, jadi tidak memakai stok.

# Katalog
error-bad-cursor = Halaman daftar ini tidak dikenal lagi. Mulai dari awal daftar.
error-bad-limit = Jumlah per halaman harus 1 sampai 100.

# Produk
error-attribute-missing = { $name } belum diisi.
error-attribute-unknown = Ciri ini tidak ada pada kategori ini. Hapus isiannya.
error-category-missing = Kategori belum dipilih.
error-days-invalid = Jumlah hari tidak cocok. Isi angka { $min } sampai { $max }.
error-description-missing = Keterangan belum diisi. Ceritakan barangnya dalam beberapa kalimat.
error-last-variant = Produk perlu satu varian. Arsipkan produknya bila tidak dijual lagi.
error-number-invalid = Bukan angka yang cocok. Tulis angka saja, tanpa satuan.
error-photo-damaged = Foto rusak atau terpotong. Kirim lagi foto aslinya.
error-photo-heic = Format HEIC belum dapat dibaca. Simpan sebagai JPEG, lalu kirim lagi.
error-photo-missing = Belum ada foto. Tambahkan paling sedikit satu.
error-photo-none = Belum ada foto yang dipilih. Pilih foto dulu.
error-photo-not-image = Ini bukan foto. Pakai JPEG, PNG, atau WebP.
error-photo-too-large = Foto terlalu besar. Paling besar { $max } MB.
error-photo-too-many-pixels = Ukuran foto terlalu besar. Paling besar { $max } megapiksel.
error-photo-twice = Foto ini sudah ada. Pilih foto lain.
error-photos-full = Sudah ada { $max } foto. Hapus satu untuk menambah yang lain.
error-photos-per-upload = Sekali kirim paling banyak { $max } foto. Kirim sisanya setelah ini.
error-price-invalid = Harga tidak cocok. Isi dari { $min } sampai { $max }.
error-product-name-missing = Nama produk belum diisi.
error-shelf-life-missing = Lama tahan belum diisi. Makanan perlu tanggal baik digunakan sebelum.
error-shelf-life-not-food = Lama tahan hanya untuk makanan.
error-shop-missing = Toko belum dipilih.
error-side-invalid = Ukuran tidak cocok. Tulis sentimeter, paling besar { $max }.
error-text-invalid = Isian ini harus berupa tulisan.
error-under-review = Kurator sedang memeriksa produk ini. Teks dan foto dapat diubah setelah ada jawaban.
error-upload-cut = Kiriman terputus. Foto sebelum ini sudah tersimpan; kirim lagi sisanya.
error-variants-missing = Harga belum diisi. Isi harga dan berat paling sedikit satu varian.
error-variant-name-missing = Beri nama tiap varian, supaya pembeli dapat memilih.
error-variant-name-twice = Nama varian ini sudah dipakai. Tulis nama lain.
error-variants-too-many = Varian terlalu banyak. Paling banyak { $max }.
error-weight-invalid = Berat tidak cocok. Tulis gram, misalnya 1.100, atau 1,2 kg.

# Cara bayar
error-payment-no-bank = { $shop } belum punya rekening untuk transfer. Pilih cara lain.
error-payment-no-qris = { $shop } belum punya kode QRIS yang sudah diperiksa. Pilih cara lain.
error-payment-qris-limit = QRIS hanya sampai { $max } sekali bayar. Pilih cara lain.
error-payment-no-cash = { $shop } tidak menerima bayar di tempat. Pilih cara lain.
error-payment-cash-courier = Kurir tidak menagih uang tunai. Pilih diantar penjual, ambil di sentra, atau cara bayar lain.
error-payment-cash-limit = Bayar di tempat hanya sampai { $max }. Pilih cara lain.
error-payment-cash-region = Bayar di tempat belum melayani alamat ini. Pilih cara lain.
error-payment-cash-open-orders = Nomor HP ini masih punya pesanan bayar di tempat yang belum selesai. Pilih cara lain.
error-payment-cash-refused-before = Pesanan bayar di tempat dengan nomor HP ini pernah tidak diterima. Pilih cara lain.
error-payment-card-all = Kartu membayar semua toko sekaligus. Pilih kartu di semua toko, atau cara lain di semua toko.
error-payment-card-least = Kartu mulai dari { $min }. Pilih cara lain.
error-qris-missing = Kode QRIS belum diisi. Tempel seluruh isinya.
error-qris-malformed = Ini bukan isi kode QRIS. Tempel seluruhnya, mulai dari 000201.
error-qris-checksum = Angka pemeriksanya tidak cocok. Ada huruf yang salah atau tertinggal; tempel lagi seluruhnya.
error-qris-foreign = Kode ini bukan QRIS rupiah. Pakai kode QRIS toko Anda.
error-qris-no-merchant-id = Kode ini tidak memuat NMID. Minta kode QRIS toko kepada bank Anda.
error-qris-not-static = Kode ini untuk satu pembayaran saja. Pakai kode di stiker toko Anda.
error-qris-same = Kode ini sudah dipakai toko Anda.
error-bank-missing = Nama bank belum diisi. Tulis misalnya BRI atau Bank Jatim.
error-bank-account-invalid = Nomor rekening tidak cocok. Tulis 6 sampai 20 angka.
error-amount-invalid = Jumlah uang tidak cocok. Tulis angka rupiah, misalnya 150.000.
error-date-invalid = Tanggal tidak cocok. Pilih hari ini atau sebelumnya.
error-order-unknown = Pesanan itu tidak ada di toko ini. Periksa nomornya, atau kosongkan.
error-order-not-over = Pesanan itu masih menunggu pembayaran. Buka pesanannya, lalu terima uangnya di sana.
error-reference-missing = Keterangan belum diisi. Tulis nomor transaksi atau nomor pesanannya.

# Pengembalian uang dan keluhan
error-refund-method = Cara pengembalian ini tidak cocok untuk pembayaran itu. Pilih cara lain.
error-refund-lines = Terlalu banyak barang sekaligus. Paling banyak { $max }.
error-refund-line-twice = Barang ini disebut dua kali. Sebut sekali saja.
error-refund-pieces = Jumlah tidak cocok. Isi 1 sampai { $max }.
error-refund-shipping = Ongkos kirim yang dapat dikembalikan paling banyak { $max }.
error-refund-amount = Jumlah uang tidak cocok. Isi angka rupiah tanpa minus.
error-refund-nothing = Belum ada yang dikembalikan. Pilih barang atau isi jumlah uang.
error-refund-over = Terlalu banyak. Yang masih dapat dikembalikan { $left }.
error-refund-own = Pengembalian ini Anda sendiri yang meminta. Minta orang lain menyetujuinya.
error-refund-reference = Nomor transfer belum diisi. Tulis 3 sampai 80 huruf, seperti di bukti bank.
error-case-lines-missing = Pilih barang yang bermasalah.
error-case-text-missing = Ceritakan masalahnya, paling sedikit 3 huruf.
error-case-offer = Tawaran ini tidak ada. Pilih uang kembali atau barang pengganti.
error-case-amount = Jumlah uang tidak cocok. Yang masih dapat dikembalikan { $left }.
error-case-replacement-stock = Stok tidak cukup untuk mengganti barangnya. Pilih pengembalian uang, atau tambah stok dahulu.
