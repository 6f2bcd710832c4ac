# Orders, as buyers see them.
order-title = Pesanan { $number }
order-placed = Pesanan { $number } · dibuat { $time }
order-open = Buka pesanan
order-steps = Perjalanan pesanan
order-details = Rincian
order-copy = Salin
order-copied = Tersalin

# What happens next: a headline and one sentence for each state.
order-next-soon-lead = Kabar berikutnya muncul di halaman ini.
order-next-awaiting_payment = Bayar { $amount } ke { $shop }
order-next-awaiting_payment-lead = Paling lambat { $until }. Setelah itu pesanan batal sendiri dan stoknya dilepas.
order-next-proof_submitted = Bukti bayar sedang diperiksa
order-next-proof_submitted-lead = { $shop } mencocokkan pembayaran Anda. Anda tidak perlu melakukan apa-apa.
order-next-awaiting_seller = Menunggu { $shop } menerima pesanan
order-next-awaiting_seller-lead = Jawabannya paling lambat { $until }. Tanpa jawaban, pesanan batal sendiri.
order-next-preparing = { $shop } menyiapkan pesanan Anda
order-next-preparing-lead = Perkiraan tiba { $arrival }.
order-next-preparing-pickup-lead = Perkiraan siap diambil { $arrival }.
order-next-ready = Pesanan siap dikirim
order-next-ready-lead = Perkiraan tiba { $arrival }.
order-next-awaiting_pickup = Pesanan siap diambil
order-next-awaiting_pickup-lead = Ambil di { $shop }, { $street }. Sebutkan nomor pesanan Anda.
order-next-shipped = Pesanan dalam perjalanan
order-next-shipped-lead = Perkiraan tiba { $arrival }.
order-next-delivered = Pesanan sudah diterima
order-next-delivered-lead = Ada yang tidak sesuai? Hubungi penjual paling lambat { $until }. Setelah itu pesanan selesai.
order-next-completed = Pesanan selesai
order-next-completed-lead = Terima kasih sudah membeli langsung dari perajinnya.
order-next-cancelled = Pesanan dibatalkan
order-next-cancelled-by-buyer-lead = Anda membatalkan pesanan ini. Tidak ada yang perlu dibayar.
order-next-cancelled-by-seller-lead = { $shop } tidak dapat memenuhinya: “{ $reason }”. Jangan membayar; bila sudah, hubungi penjual.
order-next-cancelled-unanswered-lead = { $shop } tidak menjawab sampai batas waktunya. Tidak ada yang perlu dibayar.
order-next-expired = Waktu membayar sudah habis
order-next-expired-lead = Stoknya sudah dilepas, jadi jangan membayar lagi. Anda dapat memesan ulang kapan saja.
order-next-undeliverable = Pesanan tidak dapat diantar
order-next-undeliverable-lead = Hubungi { $shop } untuk mengatur pengiriman lagi.
order-next-returned = Pesanan dikembalikan
order-next-returned-lead = Barang sudah kembali ke { $shop }. Hubungi penjual bila ada yang belum selesai.

# Steps: what happened.
order-event-placed = Pesanan dibuat
order-event-confirmed = { $shop } menerima pesanan
order-event-paid = Pembayaran kartu diterima
order-event-payment_confirmed = { $shop } menerima pembayaran
order-event-payment_rejected = Pembayaran belum ditemukan
order-event-rejected = { $shop } menolak pesanan
order-event-cancelled = Pembeli membatalkan pesanan
order-event-unanswered = Batal karena tidak dijawab
order-event-expired = Waktu membayar habis
order-event-ready = Siap dikirim
order-event-ready-pickup = Siap diambil
order-event-shipped = Dikirim
order-event-delivered = Diserahkan oleh { $shop }
order-event-received = Diterima pembeli
order-event-completed = Selesai
order-event-called_off = { $shop } membatalkan pesanan
order-event-case_opened = Pembeli melaporkan masalah
order-event-case_resolved = Keluhan selesai
order-event-case_reopened = Keluhan diperiksa lagi: barang pengganti tidak sampai
order-event-case_withdrawn = Keluhan ditarik

# Steps: what is still to come.
order-step-pay = Pembayaran
order-step-check = { $shop } memeriksa bukti bayar
order-step-accept = { $shop } menerima pesanan
order-step-prepare = { $shop } menyiapkan
order-step-send = Dikirim dengan { $service }
order-step-bring = Diantar oleh { $shop }
order-step-arrive = Tiba di { $place }
order-step-pickup = Diambil di { $shop }
order-step-done = Selesai
order-step-done-at = Otomatis { $when }, bila tidak ada keluhan
order-step-done-lead = Otomatis beberapa hari setelah diterima, bila tidak ada keluhan
order-step-until = Paling lambat { $when }
order-step-about = Perkiraan { $when }

# Sums and payment.
order-sum-items = Barang
order-sum-packing = Biaya kemas aman
order-sum-unique-code = Potongan kode unik
order-sum-free = Gratis
order-sum-total = Total
order-delivery-seller = Diantar penjual
order-delivery-pickup = Ambil di sentra
order-payment-cod = Bayar di tempat
order-payment-pickup = Bayar saat mengambil
order-payment-transfer = Transfer bank
order-payment-qris = QRIS
order-payment-stripe = Kartu
order-paid = sudah dibayar
order-unpaid = belum dibayar
order-proof-sent = bukti sudah dikirim
order-not-to-be-paid = tidak perlu dibayar
order-pay-holder = atas nama { $name }
order-card-pay = Bayar dengan kartu
order-card-all = Satu pembayaran untuk semua toko di pesanan ini.
order-card-how = Anda pindah ke halaman Stripe, membayar di sana, lalu kembali ke sini. Nomor kartu tidak lewat kami.
order-card-wait = Halaman pembayaran sedang disiapkan. Muat ulang halaman ini sebentar lagi.
order-pay-amount = Jumlah yang dibayar
order-pay-unique-code = Sudah dipotong kode unik { $code }, supaya penjual mengenali transfer Anda.
order-pay-how-transfer = Transfer lewat aplikasi bank, ATM, atau teller.
order-pay-how-exact = Bayar jumlahnya tepat sampai angka terakhir.
order-pay-how-wait = { $shop } memeriksa uang masuk, lalu mulai menyiapkan.
order-cash-delivery = Siapkan uang tunai { $amount }
order-cash-delivery-lead = Bayar kepada pengantar saat barang tiba.
order-cash-pickup = Bayar { $amount } tunai saat mengambil
order-cash-pickup-place = { $place }. Buka { $hours }.

# Delivery and contact.
order-delivery = Pengiriman
order-fact-address = Alamat
order-fact-courier = Kurir
order-fact-hours = Jam buka
order-fact-landmark = Patokan
order-fact-note = Catatan
order-fact-phone = Nomor HP
order-fact-pickup = Ambil di
order-fact-recipient = Penerima
order-fact-tracking = Nomor resi
order-contact = Hubungi { $shop }
order-contact-lead = Ada yang ingin ditanyakan atau tidak sesuai? Bicarakan dulu dengan penjualnya.
order-chat = Chat WhatsApp
order-chat-text = Halo, saya ingin bertanya tentang pesanan { $number }.
order-again = Pesan lagi
order-complaint = Belum selesai? Lihat cara mengadu

# What the buyer can do.
order-receive = Pesanan diterima
order-receive-lead = Barang sudah di tangan Anda dan lengkap? Beri tahu penjualnya.
order-cancel = Batalkan pesanan
order-cancel-free = gratis sebelum penjual menerima
order-cancel-question = Batalkan pesanan { $number }?
order-cancel-lead = Stoknya dilepas untuk pembeli lain. Bila Anda sudah mentransfer, hubungi penjual dulu.
order-cancel-keep = Tidak jadi
order-cancel-yes = Ya, batalkan pesanan
done-pesanan-dibatalkan = Pesanan dibatalkan.
done-pesanan-diterima = Terima kasih, penjual sudah diberi tahu.
done-pesanan-berubah = Pesanan ini sudah berubah. Inilah keadaannya sekarang.

# Several orders.
order-group-title = Pesanan Anda
order-group-headline = { $n } pesanan dari satu belanja
order-group-lead = Setiap toko menyiapkan dan mengirim pesanannya sendiri.
order-group-to-pay = { $n } pesanan menunggu pembayaran. Setiap toko dibayar sendiri.
order-keep-link = Simpan alamat halaman ini, dan jangan bagikan kepada orang lain.
order-siblings = Dari belanja yang sama
order-siblings-all = Lihat semuanya
order-own-title = Pesanan saya
order-own-missing = Ada pesanan yang tidak tampak di sini?
order-none = Belum ada pesanan
order-none-lead = Pesanan yang dibuat saat Anda masuk akan tersimpan di sini.

# Finding an order.
order-find-title = Lacak pesanan
order-find-lead = Setiap pesanan punya halaman sendiri, yang dibuka lewat tautannya.
order-find-mail = Buka tautan di email yang kami kirim setelah Anda memesan.
order-find-history = Tidak memberi email? Cari halaman “Pesanan” di riwayat peramban HP Anda.
order-find-seller = Hubungi toko tempat Anda memesan; penjual menemukannya dari nomor HP Anda.
order-find-own = Pesanan Anda tersimpan
order-find-own-lead = Semua pesanan yang dibuat dengan akun ini ada di satu daftar.
order-find-own-button = Lihat pesanan saya
order-find-sign-in = Memesan dengan akun?
order-find-sign-in-lead = Masuk untuk melihat semua pesanan Anda.
order-find-help = Masih belum ketemu? Hubungi kami

# QRIS and proofs of payment.
order-qris-label = Kode QRIS { $payee }
order-qris-how-scan = Pindai kode ini dengan aplikasi bank atau dompet digital.
order-qris-how-check = Pastikan namanya { $payee } dan jumlahnya { $amount }, lalu bayar.
order-qris-same-phone = Memesan dari HP yang sama? Ambil tangkapan layar, lalu unggah di aplikasi pembayaran. Bila jumlahnya tidak terisi, ketik sendiri.
order-qris-stopped = Kode QRIS { $shop } sedang tidak dipakai. Jangan membayar dengan kode lama; hubungi penjual.
order-proof = Bukti bayar Anda
order-proof-title = Sudah membayar?
order-proof-lead = Kirim foto buktinya. Batas waktu berhenti sampai { $shop } menjawab.
order-proof-photo = Foto atau tangkapan layar bukti bayar
order-proof-photo-hint = JPEG, PNG, atau WebP. Hanya penjual dan pengelola yang dapat melihatnya.
order-proof-note = Catatan untuk penjual
order-proof-send = Kirim bukti bayar
order-proof-sent-at = Dikirim { $time }
order-proof-alt = Foto bukti bayar yang Anda kirim
order-event-proof_submitted = Pembeli mengirim bukti bayar
order-event-refused = Pesanan tidak diterima pembeli
order-next-cancelled-refused-lead = Barang tidak diterima, jadi pesanan ditutup. Tidak ada yang perlu dibayar.
done-bukti-terkirim = Bukti bayar terkirim. Penjual sudah diberi tahu.
order-to-shop = Lihat toko { $shop }
done-order-again = Barangnya masuk ke keranjang lagi, dengan harga hari ini.
done-order-again-part = Sebagian masuk ke keranjang. Sisanya habis, kurang, atau tidak dijual lagi.
done-order-again-short = Barangnya tidak lagi sebanyak itu, atau tidak dijual lagi. Yang masih ada kami masukkan ke keranjang.
