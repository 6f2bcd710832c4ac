# Sertifikat toko dan barang, dan surat tentangnya.

certificate-halal = Halal
certificate-pirt = P-IRT
certificate-bpom_md = BPOM MD
certificate-food_contact_test = Aman untuk makanan
certificate-sni = SNI
certificate-merek = Merek terdaftar

certificate-about-halal = Bahan dan cara membuatnya diperiksa dan dinyatakan halal.
certificate-about-pirt = Izin dinas kesehatan kota untuk pangan olahan industri rumah tangga.
certificate-about-bpom_md = Izin edar untuk pangan yang harus disimpan dingin atau beku.
certificate-about-food_contact_test = Laboratorium menguji timbal dan kadmium yang lepas dari glasirnya; hasilnya di bawah batas.
certificate-about-sni = Memenuhi standar nasional Indonesia untuk peralatan makan berglasir.
certificate-about-merek = Nama dagangnya terdaftar atas nama toko ini.

certificates = Sertifikat
certificates-lead = Buka satu sertifikat untuk melihat buktinya.
certificate-number = Nomor
certificate-issuer = Penerbit
certificate-issued = Diterbitkan
certificate-verified = Diperiksa kurator
certificate-until = Berlaku sampai
certificate-no-end = Tanpa batas waktu selama bahan dan prosesnya tetap
certificate-scope = Berlaku untuk
certificate-scope-all = Semua barang toko ini
certificate-scope-some = Barang tertentu
certificate-is-expiring = Segera berakhir
certificate-is-valid = Berlaku

certificate-lacking = Sedang tidak dapat dibeli: { $kind } yang wajib untuk barang ini sedang tidak berlaku. Barang kembali dijual setelah penjual memperbaruinya.
certificate-lacking-short = Menunggu sertifikat

cart-uncertified = Barang ini sedang tidak dapat dibeli: { $kind } yang wajib untuknya sedang tidak berlaku. Hapus dari keranjang, atau tunggu penjual memperbaruinya.
error-item-uncertified = Sertifikat wajib barang ini sedang tidak berlaku, jadi belum bisa dibeli. Hapus dari keranjang, lalu lanjutkan.

error-certificate-number = Nomor ini tidak cocok dengan jenis sertifikatnya. Salin persis seperti di suratnya.
error-certificate-taken = Sertifikat dengan nomor ini sudah ada.
error-certificate-issuer = Penerbit belum cocok. Isi { $min } sampai { $max } huruf.
error-certificate-issued = Tanggal terbit belum cocok. Isi tanggal yang sudah lewat.
error-certificate-until = Tanggal berakhir belum cocok. Isi tanggal setelah terbit yang belum lewat, atau kosongkan.
error-certificate-products = Pilih barang toko ini yang tercantum di sertifikatnya.

mail-certificate = Sertifikat: { $detail }
mail-certificate-action = Buka daftar produk
mail-certificate-verified-subject = Sertifikat { $shop } sudah diperiksa
mail-certificate-verified-lead = Kurator sudah mencocokkan sertifikat { $shop }. Tandanya sekarang tampil di halaman barang dan toko.
mail-certificate-rejected-subject = Sertifikat { $shop } belum dapat diterima
mail-certificate-rejected-lead = Kurator belum dapat menerima sertifikat { $shop }. Perbaiki, lalu kirim lagi.
mail-certificate-revoked-subject = Sertifikat { $shop } dicabut
mail-certificate-revoked-lead = Satu sertifikat { $shop } tidak berlaku lagi. Barang yang mewajibkannya tidak dapat dibeli sampai ada yang baru; pesanan yang sudah masuk tetap berjalan.
mail-certificate-ending-subject = Sertifikat { $shop } segera berakhir
mail-certificate-ending-lead = Satu sertifikat { $shop } segera berakhir. Urus perpanjangannya sekarang; setelah hari terakhirnya, barang yang mewajibkannya tidak dapat dibeli.
mail-certificate-expired-subject = Sertifikat { $shop } sudah berakhir
mail-certificate-expired-lead = Satu sertifikat { $shop } sudah berakhir. Barang yang mewajibkannya tidak dapat dibeli sampai ada sertifikat baru; pesanan yang sudah masuk tetap berjalan.
