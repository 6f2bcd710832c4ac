# Pembayaran
checkout-title = Pembayaran
checkout-lead = Tanpa akun. Setelah memesan, Anda mendapat tautan untuk mengikuti pesanan.
checkout-lead-signed-in = Nama dan nomor dari akun Anda sudah terisi. Ubah bila penerimanya orang lain.
checkout-keep = Simpan isian
checkout-cart-changed = Ada barang di keranjang yang tidak bisa dibeli sebanyak itu lagi. Perbaiki dulu di keranjang; isian Anda di sini tetap tersimpan.
checkout-to-cart = Perbaiki keranjang

# Penerima dan alamat
checkout-recipient = Penerima
checkout-name = Nama penerima
checkout-phone = Nomor HP atau WhatsApp
checkout-email = Email
checkout-email-hint = Tautan pesanan juga kami kirim ke sini.
checkout-address = Alamat
checkout-address-lead = Tidak perlu diisi bila semua barang Anda ambil sendiri di sentra.
checkout-village = Kelurahan
checkout-village-other = Ganti kelurahan
checkout-village-query = Kelurahan atau kode pos
checkout-village-hint = Tulis, lalu pilih dari daftar. Kecamatan dan kota terisi sendiri.
checkout-village-search = Cari
checkout-village-choose = Pilih kelurahan Anda
checkout-village-more = Belum ada di daftar? Tambahkan nama kecamatan atau kota, lalu cari lagi.
checkout-village-take = Pakai kelurahan ini, lihat ongkir
checkout-village-unknown = Tidak ada kelurahan yang cocok dengan “{ $q }”. Periksa ejaannya, atau tulis kode posnya.
checkout-street = Alamat lengkap
checkout-street-hint = Jalan, nomor rumah, RT dan RW.
checkout-landmark = Patokan
checkout-landmark-example = Misalnya: depan masjid
checkout-postal = Kode pos
checkout-postal-hint = 5 angka.
checkout-postal-known = Bila dikosongkan, kami pakai { $code }.

# Pengiriman
checkout-delivery = Pengiriman
checkout-delivery-first = Pilih kelurahan dulu untuk melihat ongkir dan tanggal tiba, atau ambil sendiri di sentra.
checkout-delivery-none = { $shop } tidak dapat mengirim barang ini ke alamat itu, dan tidak melayani ambil di sentra. Hapus barangnya dari keranjang.
checkout-delivery-only-pickup = { $shop } tidak dapat mengirim barang ini ke alamat itu. Barang hanya bisa diambil di sentra.
checkout-seller-delivery = Diantar penjual
checkout-pickup = Ambil di sentra
checkout-pickup-detail = { $street }, { $hours }. Siap sekitar { $date }.
checkout-arrives = Tiba { $dates }.
checkout-packing-inside = Termasuk kemas aman { $fee }.
checkout-free = Gratis
checkout-recount = Hitung ulang total

# Cara bayar
checkout-payment = Cara bayar
checkout-pay-each = Setiap toko Anda bayar langsung, boleh dengan cara yang berbeda.
checkout-pay-each-or-card = Setiap toko Anda bayar langsung, boleh dengan cara yang berbeda. Atau pilih kartu untuk semua toko dan bayar satu kali.
checkout-pay-to = Bayar ke { $shop }
checkout-transfer = Transfer bank
checkout-transfer-detail = Dengan kode unik. Nomor rekening toko terlihat setelah memesan.
checkout-card = Kartu kredit atau debit
checkout-card-detail = Setelah memesan, Anda bayar di halaman Stripe. Satu pembayaran untuk semua toko.
checkout-cash = Bayar di tempat (COD)
checkout-cash-pickup = Tunai saat mengambil barang. Hanya untuk ambil di sentra.
checkout-cash-seller = Tunai saat barang diserahkan. Hanya untuk diantar penjual atau ambil di sentra.
checkout-cash-courier = Tunai saat barang diserahkan.
checkout-note = Tambah catatan untuk penjual
checkout-note-to = Catatan untuk { $shop }

# Jumlah
checkout-summary = Pesanan Anda
checkout-summary-count = Pesanan Anda, { $n } barang
checkout-never-rises = Total ini tidak akan naik setelah Anda menekan tombol.
checkout-order = Buat pesanan, { $total }
checkout-see-total = Lihat total
checkout-after = Belum ada yang dibayar sekarang. Cara membayar muncul di halaman pesanan.
sum-packing = Biaya kemas aman
sum-shipping = { $n ->
    [1] Ongkir
   *[other] Ongkir { $n } toko
}
sum-shipping-open = belum dipilih
sum-total = Total
sum-so-far = Sementara

# QRIS
checkout-qris = QRIS
checkout-qris-detail = Dari aplikasi bank atau dompet digital. Jumlahnya terisi sendiri.
checkout-held = Barang di keranjang ini kami simpan untuk Anda sampai { $until }.
checkout-refused = { $n ->
   *[other] { $n } cara kirim lain tidak cocok untuk barang ini
}
checkout-refused-far = { $way }: { $goods } tidak dikirim sejauh itu.
checkout-refused-heavy = { $way }: paketnya terlalu berat.
checkout-refused-spoils = { $way }: { $goods } tidak tahan cukup lama bila baru tiba { $date }.
