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
