# Terms, privacy, help. Each line of a text is a paragraph.
legal-more = Halaman terkait
legal-version = Berlaku sejak November 2026. Pesanan mengikuti ketentuan yang berlaku saat dibuat.

legal-terms-title = Syarat dan ketentuan
legal-terms-lead = Aturan berbelanja di Sentra, dalam bahasa sehari-hari.
legal-terms-parties = Siapa yang berjanji
legal-terms-parties-text =
    Perjanjian jual beli terjadi antara Anda dan toko yang menerima pesanan Anda. Nama, alamat, dan nomor toko tertulis di halaman pesanan.
    Sentra dikelola { $operator }, { $address }. Kami menyediakan tempat bertemu, mengurasi produk, dan membantu bila ada masalah. Kami tidak memegang uang pembelian.
legal-terms-order = Pesanan
legal-terms-order-text =
    Pesanan mengikat setelah toko menerimanya, atau setelah toko menerima pembayaran Anda. Sampai saat itu Anda dapat membatalkannya tanpa biaya dan tanpa alasan.
    Halaman pesanan mencatat barang, harga, ongkos kirim, alamat, dan janji waktunya seperti saat Anda memesan.
legal-terms-price = Harga
legal-terms-price-text =
    Harga dalam rupiah dan sudah termasuk pajak yang berlaku bagi toko. Ongkos kirim dan biaya kemas tampil sebelum Anda memesan, dan jumlahnya tidak naik sesudahnya.
legal-terms-payment = Pembayaran
legal-terms-payment-text =
    Anda membayar langsung ke toko dengan cara yang tampil saat memesan, atau dengan kartu bila ditawarkan; uang kartu kami terima untuk toko. Transfer dibayar tepat sampai angka terakhir, karena kode uniknya menunjukkan pesanan Anda.
    Pesanan yang tidak dibayar sampai batas waktunya berakhir sendiri, dan stoknya dilepas.
legal-terms-delivery = Pengiriman
legal-terms-delivery-text =
    Toko mengirim dengan cara yang Anda pilih. Tanggal tiba adalah perkiraan; toko memberi kabar bila berubah.
    Periksa barang saat tiba, dan simpan foto bila ada yang rusak.
legal-terms-cancel = Batal, tukar, dan uang kembali
legal-terms-cancel-text =
    Barang yang rusak, salah, kurang, atau tidak sesuai keterangan ditukar atau diganti uangnya. Sampaikan paling lambat 3 hari kerja setelah barang diterima.
    Buatan tangan tidak pernah persis sama; beda kecil pada warna glasir atau ukuran bukan cacat. Hak Anda menurut undang-undang tetap berlaku.
legal-terms-complaint = Keluhan
legal-terms-complaint-text =
    Bicarakan dulu dengan toko lewat halaman pesanan. Bila belum selesai, hubungi kami di { $phone } atau { $email }.
legal-terms-content = Isi etalase
legal-terms-content-text =
    Toko bertanggung jawab atas kebenaran foto, ukuran, berat, bahan, izin, dan masa simpan barangnya. Kurator memeriksa produk sebelum tayang dan dapat menurunkannya.
legal-terms-disputes = Bila tidak sepakat
legal-terms-disputes-text =
    Sengketa diselesaikan dengan musyawarah. Bila tidak berhasil, Anda dapat memilih Badan Penyelesaian Sengketa Konsumen atau pengadilan. Hukum Indonesia berlaku.

legal-privacy-title = Kebijakan privasi
legal-privacy-lead = Data apa yang kami simpan, untuk apa, dan apa hak Anda.
legal-privacy-what = Yang kami simpan
legal-privacy-what-text =
    Saat memesan: nama, nomor HP, alamat kirim, email bila Anda isi, dan isi pesanan.
    Saat membuat akun: nama, email, kata sandi dalam bentuk acak yang tidak dapat dibaca kembali, dan perangkat yang sedang masuk.
legal-privacy-why = Untuk apa
legal-privacy-why-text =
    Untuk memenuhi pesanan, mengabari perkembangannya, menjaga keamanan akun, dan memenuhi kewajiban pembukuan. Kami tidak menjual data dan tidak memasang iklan.
legal-privacy-who = Siapa yang melihat
legal-privacy-who-text =
    Toko yang Anda pesan melihat nama, nomor HP, alamat, dan catatan Anda, lalu meneruskannya ke kurir seperlunya. Toko lain tidak melihatnya.
    Halaman pesanan terbuka bagi siapa pun yang memegang tautannya, jadi jangan bagikan tautan itu.
legal-privacy-cookies = Kuki
legal-privacy-cookies-text =
    Hanya yang diperlukan: untuk tetap masuk, mengingat keranjang, dan menjaga isian formulir yang perlu diperbaiki. Tidak ada pelacak dari pihak lain.
legal-privacy-how-long = Berapa lama
legal-privacy-how-long-text =
    Catatan transaksi disimpan 10 tahun dan catatan lain 5 tahun, sesuai Peraturan Pemerintah Nomor 80 Tahun 2019. Sesudahnya data pribadi dihapus atau dibuat tidak dikenali.
legal-privacy-rights = Hak Anda
legal-privacy-rights-text =
    Menurut Undang-Undang Nomor 27 Tahun 2022 Anda dapat meminta salinan, perbaikan, penghentian pemakaian, atau penghapusan data Anda. Tulis ke { $email }; kami menjawab dalam 3 × 24 jam.
    Nama, nomor HP, dan bahasa dapat Anda ubah sendiri di halaman akun. Catatan pesanan tetap disimpan selama diwajibkan hukum.
legal-privacy-breach = Bila data bocor
legal-privacy-breach-text =
    Kami memberi tahu Anda dan lembaga yang berwenang dalam 3 × 24 jam: data apa, kapan, bagaimana, dan apa yang kami lakukan.

legal-help-title = Bantuan dan pengaduan
legal-help-lead = Kebanyakan hal selesai paling cepat dengan penjualnya. Begini urutannya.
legal-help-order = 1. Buka halaman pesanan
legal-help-order-text =
    Di sana ada keadaan terakhir, cara membayar, tombol membatalkan, dan kontak toko. Tautannya ada di email pesanan; bila memesan dengan akun, semua pesanan ada di halaman akun.
legal-help-seller = 2. Hubungi toko
legal-help-seller-text =
    Sebutkan nomor pesanan dan sertakan foto bila barang rusak atau salah. Sampaikan paling lambat 3 hari kerja setelah barang diterima.
legal-help-us = 3. Hubungi kami
legal-help-us-text =
    Bila toko tidak menjawab atau Anda tidak sepakat, hubungi { $operator }: telepon atau WhatsApp { $phone }, email { $email }, alamat { $address }. Kami menjawab setiap pengaduan.
legal-help-ministry = 4. Pengaduan konsumen pemerintah
legal-help-ministry-text =
    Direktorat Jenderal Perlindungan Konsumen dan Tertib Niaga, Kementerian Perdagangan: WhatsApp 0853-1111-1010, telepon { $ministry }, email pengaduan.konsumen@kemendag.go.id.
legal-help-refund = Uang kembali
legal-help-refund-text =
    Uang yang Anda bayar langsung ke toko dikembalikan oleh toko, lewat transfer ke rekening Anda. Uang yang Anda bayar dengan kartu kembali ke kartu itu. Kami membantu sampai selesai.
