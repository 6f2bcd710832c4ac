# Mails. Each has a subject, a lead and, where there is something to do, the label of its link.
mail-greeting = Halo { $name },
mail-footer = Email ini dikirim otomatis oleh Sentra, pasar perajin keramik Dinoyo dan tempe Sanan di Malang.
mail-total = Total: { $total }
mail-reason = Alasan: { $detail }
mail-note = Catatan: { $detail }
mail-pickup-place = Tempat pengambilan: { $detail }
mail-courier = Pengiriman: { $detail }

mail-order-placed-subject = Pesanan Anda sudah kami terima
mail-order-placed-lead = Terima kasih sudah berbelanja. Cara pembayaran dan perkembangan pesanan ada di halaman pesanan. Simpan tautannya dan jangan bagikan kepada orang lain.
mail-order-placed-action = Lihat pesanan

mail-order-received-subject = Pesanan baru { $number } untuk { $shop }
mail-order-received-lead = Ada pesanan baru { $number } untuk { $shop }. Periksa barang dan alamatnya, lalu tanggapi secepatnya.
mail-order-received-action = Buka pesanan

mail-order-confirmed-subject = Pesanan { $number } dikonfirmasi
mail-order-confirmed-lead = { $shop } mengonfirmasi pesanan { $number } dan mulai menyiapkannya.

mail-order-payment-rejected-subject = Pembayaran pesanan { $number } belum ditemukan
mail-order-payment-rejected-lead = { $shop } belum menemukan pembayaran pesanan { $number }. Periksa rekening tujuan dan jumlahnya di halaman pesanan, lalu hubungi penjual bila Anda sudah membayar.

mail-order-cancelled-by-seller-subject = Pesanan { $number } dibatalkan
mail-order-cancelled-by-seller-lead = Maaf, { $shop } tidak dapat memenuhi pesanan { $number }, jadi pesanan dibatalkan. Pembayaran yang sudah diterima dikembalikan; ikuti di halaman pesanan.

mail-order-cancelled-by-buyer-subject = Pesanan { $number } dibatalkan pembeli
mail-order-cancelled-by-buyer-lead = Pembeli membatalkan pesanan { $number } di { $shop }. Stoknya kembali dapat dijual.

mail-order-paid-subject = Pesanan { $number } sudah dibayar dengan kartu
mail-order-paid-lead = Pembayaran kartu untuk pesanan { $number } di { $shop } sudah kami terima. Terima atau tolak pesanan ini secepatnya; uangnya kami simpan untuk Anda sampai pesanan selesai.

mail-order-expired-subject = Pesanan { $number } berakhir karena belum dibayar
mail-order-expired-lead = Pembayaran pesanan { $number } di { $shop } belum kami terima sampai batas waktunya, jadi pesanan dibatalkan. Anda dapat memesan lagi kapan saja.

mail-order-ready-subject = Pesanan { $number } siap diambil
mail-order-ready-lead = Pesanan { $number } sudah siap diambil di { $shop }.

mail-order-shipped-subject = Pesanan { $number } sedang dikirim
mail-order-shipped-lead = { $shop } sudah mengirim pesanan { $number }. Setelah barang tiba, tandai diterima di halaman pesanan.

mail-order-action = Lihat pesanan

mail-sign-up-subject = Selesaikan pembuatan akun Anda
mail-sign-up-lead = Buka tautan ini untuk membuat akun. Tautan berlaku 24 jam dan hanya dapat dipakai sekali. Jika Anda tidak mendaftar, abaikan email ini.
mail-sign-up-action = Selesaikan akun

mail-password-reset-subject = Atur kata sandi baru
mail-password-reset-lead = Ada permintaan mengatur kata sandi baru untuk akun Anda. Tautan berlaku 1 jam dan hanya dapat dipakai sekali. Jika bukan Anda yang meminta, abaikan email ini; kata sandi Anda tidak berubah.
mail-password-reset-action = Atur kata sandi

mail-password-changed-subject = Kata sandi Anda sudah diganti
mail-password-changed-lead = Kata sandi akun Anda baru saja diganti. Jika bukan Anda yang menggantinya, segera minta tautan kata sandi baru di halaman masuk.

mail-account-exists-subject = Anda sudah punya akun
mail-account-exists-lead = Seseorang mencoba mendaftar dengan alamat email ini, yang sudah punya akun. Jika itu Anda, masuklah seperti biasa atau atur kata sandi baru. Jika bukan, abaikan email ini.
mail-account-exists-action = Lupa kata sandi

mail-product-published-subject = Produk { $product } sudah tayang
mail-product-published-lead = Kurator menayangkan produk { $product }. Pembeli sudah dapat melihat dan membelinya.

mail-product-change-published-subject = Perubahan produk { $product } disetujui
mail-product-change-published-lead = Kurator menyetujui perubahan produk { $product }. Pembeli melihat versi yang baru.

mail-product-changes-requested-subject = Produk { $product } perlu diperbaiki
mail-product-changes-requested-lead = Kurator meminta perbaikan pada produk { $product }. Perbaiki, lalu ajukan lagi.

mail-product-rejected-subject = Produk { $product } tidak diterima
mail-product-rejected-lead = Kurator tidak menerima produk { $product }.

mail-product-suspended-subject = Produk { $product } diturunkan
mail-product-suspended-lead = Kurator menurunkan produk { $product } dari etalase. Pesanan yang sudah masuk tetap berjalan.

mail-product-action = Buka produk

mail-product-restored-subject = Produk { $product } kembali ke etalase
mail-product-restored-lead = Kurator mengembalikan produk { $product } ke etalase. Pembeli dapat membelinya lagi.

mail-shop-suspended-subject = Toko { $shop } ditutup sementara
mail-shop-suspended-lead = Kurator menutup sementara toko { $shop }. Barangnya tidak tampil kepada pembeli. Pesanan yang sudah masuk tetap berjalan.

mail-shop-restored-subject = Toko { $shop } dibuka lagi
mail-shop-restored-lead = Kurator membuka lagi toko { $shop }. Pembeli kembali melihat dan dapat membeli barangnya.

mail-shop-action = Buka halaman jualan

mail-order-proof-submitted-subject = Bukti bayar pesanan { $number }
mail-order-proof-submitted-lead = Pembeli mengirim bukti bayar pesanan { $number } di { $shop }. Cocokkan dengan mutasi rekening, lalu jawab.

mail-payee = Penerima: { $detail }
mail-payee-action = Lihat cara pembayaran toko

mail-shop-qris-proposed-subject = Kode QRIS { $shop } diganti
mail-shop-qris-proposed-lead = Seseorang dari toko { $shop } mengajukan kode QRIS baru. Kode ini diperiksa kurator dulu. Bukan Anda atau rekan Anda? Segera hubungi kurator dan ganti kata sandi.

mail-shop-qris-verified-subject = Kode QRIS { $shop } disetujui
mail-shop-qris-verified-lead = Kurator menyetujui kode QRIS toko { $shop }. Kapan mulai dipakai tertulis di halaman pembayaran.

mail-shop-qris-rejected-subject = Kode QRIS { $shop } tidak disetujui
mail-shop-qris-rejected-lead = Kurator tidak menyetujui kode QRIS toko { $shop }. Pembeli tidak dapat membayar dengan kode ini.

mail-shop-bank-changed-subject = Rekening { $shop } diubah
mail-shop-bank-changed-lead = Rekening bank toko { $shop } diubah. Pesanan baru dibayar ke rekening ini. Bukan Anda atau rekan Anda? Segera hubungi kurator dan ganti kata sandi.

# Pengembalian uang dan keluhan
mail-amount-detail = Jumlah: { $detail }
mail-case-text = Yang ditulis: “{ $detail }”
mail-refund-promised-subject = Uang untuk pesanan { $number } akan dikembalikan
mail-refund-promised-lead = Sebagian atau seluruh uang untuk pesanan { $number } di { $shop } dikembalikan kepada Anda. Bila lewat transfer, isi nomor rekening Anda di halaman pesanan. Kami mengabari lagi setelah uangnya dikirim.
mail-refund-to-send-subject = Kembalikan uang pesanan { $number }
mail-refund-to-send-lead = Uang pesanan { $number } di { $shop } harus dikembalikan kepada pembeli. Kirim uangnya, lalu catat nomor transfernya di halaman pesanan.
mail-refund-sent-subject = Uang pesanan { $number } sudah dikirim kembali
mail-refund-sent-lead = { $shop } sudah mengirim kembali uang untuk pesanan { $number }. Periksa rekening Anda, lalu tandai diterima di halaman pesanan.
mail-refund-failed-subject = Pengembalian uang pesanan { $number } belum berhasil
mail-refund-failed-lead = Pengembalian uang untuk pesanan { $number } di { $shop } belum berhasil. Lihat kelanjutannya di halaman pesanan.
mail-refund-declined-subject = Pengembalian uang pesanan { $number } tidak disetujui
mail-refund-declined-lead = Kurator tidak menyetujui pengembalian uang untuk pesanan { $number } di { $shop }.
mail-case-opened-subject = Keluhan untuk pesanan { $number }
mail-case-opened-lead = Pembeli melaporkan masalah pada pesanan { $number } di { $shop }. Jawab secepatnya; setelah batas waktunya kurator yang memutuskan.
mail-case-answered-subject = { $shop } menjawab keluhan Anda
mail-case-answered-lead = { $shop } menjawab keluhan Anda tentang pesanan { $number }. Setujui tawarannya, balas, atau minta kurator memutuskan.
mail-case-message-subject = Pesan baru tentang keluhan pesanan { $number }
mail-case-message-lead = Ada pesan baru tentang keluhan pesanan { $number } di { $shop }.
mail-case-escalated-subject = Kurator memeriksa keluhan pesanan { $number }
mail-case-escalated-lead = Keluhan tentang pesanan { $number } di { $shop } sekarang diperiksa kurator. Keputusannya kami kabarkan.
mail-case-refunded-subject = Keluhan pesanan { $number } selesai: uang kembali
mail-case-refunded-lead = Keluhan tentang pesanan { $number } di { $shop } selesai dengan pengembalian uang.
mail-case-replaced-subject = Keluhan pesanan { $number } selesai: barang diganti
mail-case-replaced-lead = Keluhan tentang pesanan { $number } di { $shop } selesai. Barangnya dikirim lagi.
mail-case-rejected-subject = Keluhan pesanan { $number } tidak diterima
mail-case-rejected-lead = Kurator tidak menerima keluhan tentang pesanan { $number } di { $shop }.
mail-case-withdrawn-subject = Keluhan pesanan { $number } ditarik
mail-case-withdrawn-lead = Pembeli menarik keluhannya tentang pesanan { $number } di { $shop }.

# Lot yang ditarik
mail-recall-detail = Yang ditarik: { $detail }
mail-lot-action = Buka halaman lot
mail-lot-recalled-subject = Penting: barang dari pesanan { $number } ditarik
mail-lot-recalled-lead = Sebagian barang pesanan { $number } dari { $shop } berasal dari lot yang ditarik. Jangan dimakan atau diberikan kepada orang lain. Hubungi penjual lewat halaman pesanan Anda untuk penggantian atau pengembalian uang.
mail-lot-recalled-shop-subject = Kurator menarik satu lot { $product }
mail-lot-recalled-shop-lead = Kurator menarik satu lot { $product }. Lot itu tidak dijual lagi dan pembelinya sudah kami kabari. Pisahkan sisanya, lalu hapus dari stok.
