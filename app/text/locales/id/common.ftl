# Words of the components.
breadcrumb = Letak halaman ini
close = Tutup
form-errors = Ada { $n } isian yang perlu diperbaiki
form-refused = Belum bisa dikirim
goods-count = { $n } barang
load-more = Muat lagi
made-in-days = dibuat { $n } hari
no-photo = Belum ada foto
optional = (opsional)
pages = Halaman
price-from = mulai
rating = Nilai
ready-to-ship = siap kirim
search = Cari
search-suggestions = Saran pencarian
search-example = Vas, mug, keripik tempe…
search-products = Cari produk
search-site = Cari di seluruh Sentra
sold-out = habis

# States of things.
order-state-awaiting_payment = Menunggu pembayaran
order-state-awaiting_seller = Menunggu penjual
order-state-cancelled = Dibatalkan
order-state-completed = Selesai
order-state-delivered = Sudah diterima
order-state-expired = Kedaluwarsa
order-state-shipped = Dalam perjalanan
order-state-preparing = Disiapkan
order-state-proof_submitted = Bukti bayar diperiksa
order-state-ready = Siap dikirim
order-state-awaiting_pickup = Siap diambil
order-state-returned = Dikembalikan
order-state-undeliverable = Tidak dapat diantar
product-state-archived = Diarsipkan
product-state-changes_requested = Perlu diperbaiki
product-state-draft = Konsep
product-state-hidden = Disembunyikan
product-state-proposed = Menunggu kurasi
product-state-published = Dijual
product-state-rejected = Ditolak
product-state-suspended = Ditangguhkan
shop-state-applied = Menunggu persetujuan
shop-state-approved = Buka
shop-state-rejected = Ditolak
shop-state-suspended = Ditangguhkan

# What the action before did, by its code in the address.
done-saved = Tersimpan.

# Pages for what went wrong.
fault-forbidden-text = Akun Anda tidak punya izin untuk halaman ini. Masuk dengan akun lain, atau hubungi pengelola.
fault-forbidden-title = Halaman ini bukan untuk akun Anda
fault-conflict-text = Keadaannya sudah berubah sejak halaman dibuka. Buka lagi halamannya, lalu ulangi bila masih perlu.
fault-conflict-title = Sudah berubah
fault-invalid-text = Ada bagian alamat atau isian yang tidak kami kenali. Kembali ke halaman sebelumnya, lalu coba lagi.
fault-invalid-title = Permintaan tidak dapat dibaca
fault-not-found-text = Mungkin barangnya sudah tidak dijual, atau alamatnya salah ketik. Coba cari di sini.
fault-not-found-title = Halaman ini tidak ada
fault-server-text = Ini kesalahan kami dan sudah tercatat. Muat lagi halaman ini sebentar lagi. Pesanan yang sudah ada tetap aman.
fault-server-title = Ada yang salah di pihak kami
fault-busy-text = Sentra sedang sibuk. Muat lagi halaman ini sebentar lagi.
fault-busy-title = Sebentar, sedang ramai
fault-too-many-text = Terlalu banyak percobaan dalam waktu singkat. Tunggu beberapa menit, lalu coba lagi.
fault-too-many-title = Tunggu sebentar
to-home = Ke beranda
to-products = Lihat semua produk
done-pekerjaan-diulangi = Akan dicoba lagi sebentar lagi.
