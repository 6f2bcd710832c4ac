# Uang toko
money-title = Uang dan laporan
money-lead = Uang dari pembayaran kartu yang kami terima untuk toko Anda, dan pencairannya ke rekening Anda.
money-waiting = Menunggu pesanan selesai
money-releasable = Ikut pencairan berikutnya
money-planned = Sedang dicairkan
money-balance = Saldo
money-no-bank = Rekening bank toko ini belum diisi. Isi dulu supaya uangnya bisa dicairkan.
money-debt = Saldo di bawah nol dipotong dari pencairan berikutnya.
money-statements = Laporan bulanan
money-statements-none = Belum ada uang masuk atau keluar.
money-payouts = Pencairan
money-payouts-none = Belum ada pencairan
money-payouts-none-lead = Uang pesanan yang sudah selesai kami cairkan ke rekening Anda. Riwayatnya tampil di sini.
money-payout-on = Tanggal
money-payout-state = Keadaan
money-payout-account = Rekening
money-payout-reference = Nomor bank
money-amount = Jumlah
money-statement = Laporan { $month }
money-opening = Saldo awal
money-closing = Saldo akhir
money-line-direct = { $kind }, dibayar langsung ke toko
money-line-collected = { $kind }
money-entries = Semua catatan
money-entries-none = Tidak ada catatan di bulan ini
money-entries-more = Hanya 100 catatan terbaru yang tampil. Semuanya ada di berkas.
money-entry-on = Tanggal
money-entry-why = Untuk apa
money-entry-order = Pesanan
money-file = Unduh berkas CSV

# Jenis catatan buku besar
ledger-sale = Penjualan
ledger-shipping = Ongkos kirim
ledger-commission = Komisi
ledger-gateway_fee = Biaya penyedia pembayaran
ledger-refund_reversal = Uang kembali ke pembeli
ledger-adjustment = Penyesuaian
ledger-payout = Pencairan
ledger-payout_return = Pencairan yang kembali

# Pencairan, di meja kurator
payout-states = Keadaan pencairan
payout-title = Pencairan
payout-lead = Satu orang menyusun, orang lain menyetujui, lalu berkasnya dikirim ke bank.
payout-sweep = Susun sekarang
payout-state-draft = Disusun
payout-state-approved = Disetujui
payout-state-sent = Dikirim ke bank
payout-state-paid = Dibayar
payout-state-failed = Gagal
payout-state-returned = Kembali
payout-none = Tidak ada pencairan di sini
payout-none-lead = Setiap malam kami menyusun pencairan dari pesanan yang sudah selesai.
payout-send = Buat berkas bank dari semua di halaman ini
payout-file = Unduh berkas bank
payout-account = Rekening tujuan
payout-made = Disusun
payout-maker-night = Otomatis, tadi malam
payout-approved-by = Disetujui
payout-reference = Nomor transaksi bank
payout-own = Anda yang menyusunnya. Orang lain yang harus menyetujui.
payout-approve = Setujui
payout-paid = Bank sudah membayar
payout-fail = Gagal atau dibatalkan
payout-returned = Uangnya kembali

# Penyesuaian, oleh pengelola
adjust-title = Penyesuaian saldo toko
adjust-lead = Untuk selisih yang tidak dapat diperbaiki lewat pesanan. Tercatat atas nama Anda dan tampil di laporan toko.
adjust-shop = Alamat toko
adjust-shop-hint = Bagian terakhir dari alamat halaman toko, misalnya sri-kobalt.
adjust-amount = Jumlah
adjust-amount-hint = Menambah saldo toko; dengan minus di depan, menguranginya.
adjust-reason-hint = Penjual membacanya.
adjust-send = Catat penyesuaian

# Pencocokan harian
reconcile-title = Pencocokan harian
reconcile-never = Pencocokan harian belum pernah berjalan.
reconcile-at = Terakhir { $at }.
reconcile-clean = Semua uang cocok dengan pesanan dan catatan.
reconcile-look = Ada uang yang tidak cocok. Periksa setiap baris, lalu perbaiki lewat pesanan atau penyesuaian.
reconcile-what = Apa
reconcile-subject = Pada
reconcile-expected = Seharusnya
reconcile-found = Tercatat
reconcile-capture-missing = Uang diterima tanpa catatan
reconcile-capture-differs = Uang diterima tidak sama dengan catatan
reconcile-shares-differ = Bagian toko tidak sama dengan pembayarannya
reconcile-unbalanced = Catatan yang jumlahnya bukan nol
reconcile-payout-differs = Pencairan tidak sama dengan catatannya
reconcile-money-without-order = Uang tanpa pesanan
reconcile-bank-missing = Toko tanpa rekening bank

done-payouts-made = Pencairan sudah disusun.
done-payouts-nothing = Belum ada uang yang dapat dicairkan.
done-adjusted = Penyesuaian dicatat.
done-payouts-sent = Berkas bank sudah dibuat. Unduh dari setiap pencairan yang dikirim.
done-payout-approved = Pencairan disetujui.
done-payout-paid = Pencairan tercatat dibayar.
done-payout-failed = Pencairan dihentikan. Uangnya ikut pencairan berikutnya.
done-payout-returned = Uang tercatat kembali. Uangnya ikut pencairan berikutnya.

error-payout-own = Pencairan ini Anda susun atau setujui sendiri. Minta orang lain melanjutkan.
error-amount-wrong = Jumlah belum benar. Isi rupiah bulat dari 1 sampai 1.000.000.000, dengan minus di depan bila mengurangi.
error-shop-unknown = Toko itu tidak ada. Periksa alamatnya.
error-payouts-missing = Tidak ada pencairan yang dipilih. Setujui dulu, lalu buat berkasnya.
