//! Who may pass which route.

use http::header::LOCATION;

use crate::app::Answer;

/// Whom a route lets through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Door {
    /// Everybody.
    Open,
    /// Everybody who knows a secret; without it there is nothing.
    Secret,
    /// Who is signed in.
    SignedIn,
    /// The first buyer, whose it is; for others it is not there.
    Own,
    /// Sellers, each with their own.
    Sellers,
    /// The seller whose it is; for others it is not there.
    Owner,
    /// The seller whose it is, of which that part is not there.
    OwnersPart,
    /// Curators, and who runs the site.
    Curators,
    /// This machine or a token that is no account's; nobody who comes through the router of the tests.
    Machine,
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Anonymous,
    Buyer,
    OtherBuyer,
    ForeignSeller,
    Seller,
    Curator,
    Mentor,
    Admin,
}

/// What happens at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Let through, whatever the answer then is.
    Passed,
    /// Asked to sign in.
    SignIn,
    Forbidden,
    NotFound,
    /// A fault of ours.
    Broken,
}

/// Every route, by method and path.
pub(super) const TABLE: &[(&str, &str, Door)] = &[
    ("GET", "/favicon.ico", Door::Open),
    ("GET", "/healthz", Door::Open),
    ("GET", "/readyz", Door::Open),
    ("GET", "/metrics", Door::Machine),
    ("GET", "/media/{folder}/{file}", Door::Open),
    ("GET", "/", Door::Open),
    ("GET", "/sentra/{slug}", Door::Open),
    ("GET", "/produk", Door::Open),
    ("GET", "/produk/{slug}", Door::Open),
    ("GET", "/toko/{slug}", Door::Open),
    ("GET", "/masuk", Door::Open),
    ("POST", "/masuk", Door::Open),
    ("POST", "/keluar", Door::Open),
    ("GET", "/daftar", Door::Open),
    ("POST", "/daftar", Door::Open),
    ("GET", "/daftar/cek-email", Door::Open),
    ("GET", "/daftar/konfirmasi/{token}", Door::Secret),
    ("POST", "/daftar/konfirmasi/{token}", Door::Secret),
    ("GET", "/lupa-sandi", Door::Open),
    ("POST", "/lupa-sandi", Door::Open),
    ("GET", "/lupa-sandi/cek-email", Door::Open),
    ("GET", "/atur-sandi/{token}", Door::Secret),
    ("POST", "/atur-sandi/{token}", Door::Secret),
    ("GET", "/akun", Door::SignedIn),
    ("POST", "/akun", Door::SignedIn),
    ("GET", "/akun/keamanan", Door::SignedIn),
    ("POST", "/akun/keamanan", Door::SignedIn),
    ("POST", "/akun/keamanan/sesi-lain/akhiri", Door::SignedIn),
    ("POST", "/akun/keamanan/sesi/{session}/akhiri", Door::Own),
    ("GET", "/keranjang", Door::Open),
    ("POST", "/keranjang/tambah", Door::Open),
    ("POST", "/keranjang/ubah", Door::Open),
    ("POST", "/keranjang/hapus", Door::Open),
    ("POST", "/keranjang/kembalikan", Door::Open),
    ("GET", "/checkout", Door::Open),
    ("POST", "/checkout", Door::Open),
    ("GET", "/syarat", Door::Open),
    ("GET", "/privasi", Door::Open),
    ("GET", "/bantuan", Door::Open),
    ("GET", "/akun/pesanan", Door::SignedIn),
    ("GET", "/pesanan", Door::Open),
    ("GET", "/pesanan/{token}", Door::Secret),
    ("POST", "/pesanan/{token}/batalkan", Door::Secret),
    ("POST", "/pesanan/{token}/terima", Door::Secret),
    ("GET", "/pesanan/{token}/bukti", Door::Secret),
    ("POST", "/pesanan/{token}/bukti", Door::Secret),
    ("GET", "/jual", Door::Sellers),
    ("GET", "/jual/pesanan", Door::Sellers),
    ("GET", "/jual/pesanan/{number}", Door::Owner),
    ("POST", "/jual/pesanan/{number}/konfirmasi", Door::Owner),
    ("POST", "/jual/pesanan/{number}/tolak", Door::Owner),
    ("POST", "/jual/pesanan/{number}/pembayaran/konfirmasi", Door::Owner),
    ("POST", "/jual/pesanan/{number}/pembayaran/tolak", Door::Owner),
    ("POST", "/jual/pesanan/{number}/siap", Door::Owner),
    ("POST", "/jual/pesanan/{number}/kirim", Door::Owner),
    ("POST", "/jual/pesanan/{number}/serahkan", Door::Owner),
    ("GET", "/jual/pesanan/{number}/bukti", Door::Owner),
    ("POST", "/jual/pesanan/{number}/tidak-diterima", Door::Owner),
    ("GET", "/jual/pembayaran", Door::Sellers),
    ("POST", "/jual/pembayaran/{slug}/rekening", Door::Owner),
    ("POST", "/jual/pembayaran/{slug}/qris", Door::Owner),
    ("POST", "/jual/pembayaran/{slug}/tunai", Door::Owner),
    ("POST", "/jual/pembayaran/{slug}/uang-masuk", Door::Owner),
    ("POST", "/jual/pembayaran/{slug}/uang-masuk/{id}", Door::Owner),
    ("GET", "/jual/produk", Door::Sellers),
    ("GET", "/jual/produk/baru", Door::Sellers),
    ("POST", "/jual/produk/baru", Door::Sellers),
    ("GET", "/jual/produk/{id}", Door::Owner),
    ("POST", "/jual/produk/{id}", Door::Owner),
    ("POST", "/jual/produk/{id}/ajukan", Door::Owner),
    ("POST", "/jual/produk/{id}/arsipkan", Door::Owner),
    ("POST", "/jual/produk/{id}/sembunyikan", Door::Owner),
    ("POST", "/jual/produk/{id}/tampilkan", Door::Owner),
    ("POST", "/jual/produk/{id}/stok", Door::Owner),
    ("POST", "/jual/produk/{id}/foto", Door::Owner),
    ("POST", "/jual/produk/{id}/foto/keterangan", Door::Owner),
    ("POST", "/jual/produk/{id}/foto/{photo}/maju", Door::OwnersPart),
    ("POST", "/jual/produk/{id}/foto/{photo}/mundur", Door::OwnersPart),
    ("POST", "/jual/produk/{id}/foto/{photo}/hapus", Door::OwnersPart),
    ("GET", "/kurasi", Door::Curators),
    ("GET", "/kurasi/antrean", Door::Curators),
    ("GET", "/kurasi/antrean/{id}", Door::Curators),
    ("POST", "/kurasi/antrean/{id}/terbitkan", Door::Curators),
    ("POST", "/kurasi/antrean/{id}/minta-ubah", Door::Curators),
    ("POST", "/kurasi/antrean/{id}/tolak", Door::Curators),
    ("GET", "/kurasi/produk", Door::Curators),
    ("POST", "/kurasi/produk/{id}/tangguhkan", Door::Curators),
    ("POST", "/kurasi/produk/{id}/pulihkan", Door::Curators),
    ("GET", "/kurasi/toko", Door::Curators),
    ("POST", "/kurasi/toko/{slug}/tangguhkan", Door::Curators),
    ("POST", "/kurasi/toko/{slug}/pulihkan", Door::Curators),
    ("GET", "/kurasi/pembayaran", Door::Curators),
    ("GET", "/kurasi/pembayaran/bukti/{id}", Door::Curators),
    ("POST", "/kurasi/pembayaran/qris/{id}/setujui", Door::Curators),
    ("POST", "/kurasi/pembayaran/qris/{id}/tolak", Door::Curators),
    ("GET", "/kurasi/jejak", Door::Curators),
    ("GET", "/kurasi/pekerjaan", Door::Curators),
    ("POST", "/kurasi/pekerjaan/ulangi", Door::Curators),
    ("POST", "/kurasi/pekerjaan/{id}/ulangi", Door::Curators),
    ("GET", "/api/v1/curation/jobs", Door::Curators),
    ("POST", "/api/v1/curation/jobs/retry", Door::Curators),
    ("POST", "/api/v1/curation/jobs/{id}/retry", Door::Curators),
    ("GET", "/pesanan/{token}/keluhan", Door::Secret),
    ("POST", "/pesanan/{token}/keluhan", Door::Secret),
    ("POST", "/pesanan/{token}/keluhan/{id}/foto", Door::Secret),
    ("GET", "/pesanan/{token}/keluhan/{id}/foto/{photo}", Door::Secret),
    ("POST", "/pesanan/{token}/keluhan/{id}/pesan", Door::Secret),
    ("POST", "/pesanan/{token}/keluhan/{id}/setuju", Door::Secret),
    ("POST", "/pesanan/{token}/keluhan/{id}/kurator", Door::Secret),
    ("POST", "/pesanan/{token}/keluhan/{id}/tarik", Door::Secret),
    ("POST", "/pesanan/{token}/pengembalian/{id}/terima", Door::Secret),
    ("GET", "/pesanan/{token}/pengembalian/{id}/bukti", Door::Secret),
    ("GET", "/jual/keluhan", Door::Sellers),
    ("GET", "/jual/keluhan/{id}", Door::Owner),
    ("POST", "/jual/keluhan/{id}", Door::Owner),
    ("GET", "/jual/keluhan/{id}/foto/{photo}", Door::Owner),
    ("POST", "/jual/pesanan/{number}/batalkan", Door::Owner),
    ("POST", "/jual/pesanan/{number}/pengembalian", Door::Owner),
    ("POST", "/jual/pesanan/{number}/pengembalian/{id}/kirim", Door::OwnersPart),
    ("POST", "/jual/pesanan/{number}/pengembalian/{id}/gagal", Door::Owner),
    ("GET", "/kurasi/keluhan", Door::Curators),
    ("GET", "/kurasi/keluhan/{id}", Door::Curators),
    ("POST", "/kurasi/keluhan/{id}", Door::Curators),
    ("POST", "/kurasi/keluhan/{id}/pesan", Door::Curators),
    ("GET", "/kurasi/keluhan/{id}/foto/{photo}", Door::Curators),
    ("GET", "/jual/uang", Door::Sellers),
    ("GET", "/jual/uang/{shop}/laporan/{month}", Door::Owner),
    ("GET", "/jual/uang/{shop}/laporan/{month}/csv", Door::Owner),
    ("GET", "/kurasi/uang", Door::Curators),
    ("GET", "/kurasi/uang/berkas/{batch}", Door::Curators),
    ("POST", "/kurasi/uang/susun", Door::Curators),
    ("POST", "/kurasi/uang/kirim", Door::Curators),
    ("POST", "/kurasi/uang/{id}/setujui", Door::Curators),
    ("POST", "/kurasi/uang/{id}/dibayar", Door::Curators),
    ("POST", "/kurasi/uang/{id}/gagal", Door::Curators),
    ("POST", "/kurasi/uang/{id}/kembali", Door::Curators),
    ("GET", "/kurasi/pengembalian", Door::Curators),
    ("POST", "/kurasi/pengembalian/{id}/setujui", Door::Curators),
    ("POST", "/kurasi/pengembalian/{id}/tolak", Door::Curators),
    ("POST", "/kurasi/pengembalian/{id}/ulangi", Door::Curators),
    ("GET", "/api/v1/orders/{token}/cases", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cases", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cases/{id}/photos", Door::Secret),
    ("GET", "/api/v1/orders/{token}/cases/{id}/photos/{photo}", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cases/{id}/accept", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cases/{id}/escalate", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cases/{id}/withdraw", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cases/{id}/messages", Door::Secret),
    ("GET", "/api/v1/seller/cases", Door::Sellers),
    ("POST", "/api/v1/seller/cases/{id}/reply", Door::Owner),
    ("GET", "/api/v1/seller/orders/{number}/refunds", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/refunds", Door::Owner),
    ("POST", "/api/v1/seller/refunds/{id}/sent", Door::Owner),
    ("POST", "/api/v1/seller/refunds/{id}/failed", Door::Owner),
    ("GET", "/api/v1/curation/cases", Door::Curators),
    ("POST", "/api/v1/curation/cases/{id}/decide", Door::Curators),
    ("POST", "/api/v1/curation/cases/{id}/messages", Door::Curators),
    ("GET", "/api/v1/curation/refunds", Door::Curators),
    ("POST", "/api/v1/curation/refunds/{id}/approve", Door::Curators),
    ("POST", "/api/v1/curation/refunds/{id}/decline", Door::Curators),
    ("GET", "/api/v1/seller/balances", Door::Sellers),
    ("GET", "/api/v1/seller/ledger", Door::Sellers),
    ("GET", "/api/v1/seller/shops/{shop}/statements/{month}", Door::Owner),
    ("GET", "/api/v1/seller/payouts", Door::Sellers),
    ("GET", "/api/v1/curation/payouts", Door::Curators),
    ("POST", "/api/v1/curation/payouts", Door::Curators),
    ("POST", "/api/v1/curation/payout-batches", Door::Curators),
    ("POST", "/api/v1/curation/payouts/{id}/approve", Door::Curators),
    ("POST", "/api/v1/curation/payouts/{id}/paid", Door::Curators),
    ("POST", "/api/v1/curation/payouts/{id}/failed", Door::Curators),
    ("POST", "/api/v1/curation/payouts/{id}/returned", Door::Curators),
    ("GET", "/api/v1/curation/reconciliation", Door::Curators),
    ("GET", "/api/v1/openapi.json", Door::Open),
    ("GET", "/api/v1/products", Door::Open),
    ("GET", "/api/v1/products/{slug}", Door::Open),
    ("GET", "/api/v1/sentras", Door::Open),
    ("GET", "/api/v1/shops", Door::Open),
    ("GET", "/api/v1/shops/{slug}", Door::Open),
    ("GET", "/api/v1/regions", Door::Open),
    ("POST", "/api/v1/shipping-quotes", Door::Open),
    ("POST", "/api/v1/checkouts", Door::Open),
    ("GET", "/api/v1/orders/{token}", Door::Secret),
    ("POST", "/api/v1/orders/{token}/cancel", Door::Secret),
    ("POST", "/api/v1/orders/{token}/payment-proof", Door::Secret),
    ("POST", "/api/v1/orders/{token}/received", Door::Secret),
    ("GET", "/api/v1/seller/products", Door::Sellers),
    ("POST", "/api/v1/seller/products", Door::Owner),
    ("GET", "/api/v1/seller/products/{id}", Door::Owner),
    ("PATCH", "/api/v1/seller/products/{id}", Door::Owner),
    ("POST", "/api/v1/seller/products/{id}/propose", Door::Owner),
    ("POST", "/api/v1/seller/products/{id}/photos", Door::Sellers),
    ("GET", "/api/v1/seller/orders", Door::Sellers),
    ("GET", "/api/v1/seller/orders/{number}", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/confirm", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/reject", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/ready", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/ship", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/deliver", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/payment/confirm", Door::Owner),
    ("POST", "/api/v1/seller/orders/{number}/payment/reject", Door::Owner),
    ("PUT", "/api/v1/seller/variants/{id}/stock", Door::Owner),
    ("GET", "/api/v1/curation/queue", Door::Curators),
    ("POST", "/api/v1/curation/products/{id}/publish", Door::Curators),
    ("POST", "/api/v1/curation/products/{id}/request-changes", Door::Curators),
    ("POST", "/api/v1/curation/products/{id}/reject", Door::Curators),
    ("POST", "/api/v1/curation/products/{id}/suspend", Door::Curators),
    ("POST", "/api/v1/curation/products/{id}/restore", Door::Curators),
];

/// Strangers before those who may: what somebody has done is not there for the next either.
pub(super) const EVERYBODY: [Who; 8] = [
    Who::Anonymous,
    Who::OtherBuyer,
    Who::Buyer,
    Who::ForeignSeller,
    Who::Seller,
    Who::Curator,
    Who::Mentor,
    Who::Admin,
];

impl Door {
    pub(super) fn expects(self, who: Who) -> Outcome {
        match (self, who) {
            (Self::Open | Self::Secret, _) => Outcome::Passed,
            (Self::Machine, _) => Outcome::Forbidden,
            (_, Who::Anonymous) => Outcome::SignIn,
            (Self::SignedIn, _)
            | (Self::Own, Who::Buyer)
            | (Self::Sellers, Who::Seller | Who::ForeignSeller)
            | (Self::Owner, Who::Seller) => Outcome::Passed,
            (Self::Curators, Who::Curator | Who::Admin) => Outcome::Passed,
            (Self::Own, _)
            | (Self::Owner, Who::ForeignSeller)
            | (Self::OwnersPart, Who::ForeignSeller | Who::Seller) => Outcome::NotFound,
            (Self::Sellers | Self::Owner | Self::OwnersPart | Self::Curators, _) => Outcome::Forbidden,
        }
    }

    pub(super) fn outcome(self, answer: &Answer) -> Outcome {
        let to = answer.headers.get(LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
        match answer.status.as_u16() {
            401 => Outcome::SignIn,
            // Its own form leads back to the page of signing in as well, with what was wrong.
            303 if to.starts_with("/masuk?lanjut") || (to == "/masuk" && self != Self::Open) => Outcome::SignIn,
            403 => Outcome::Forbidden,
            404 if self == Self::Secret => Outcome::Passed,
            404 => Outcome::NotFound,
            500.. => Outcome::Broken,
            _ => Outcome::Passed,
        }
    }
}

impl Who {
    pub(super) fn email(self) -> Option<&'static str> {
        match self {
            Self::Anonymous => None,
            Self::Buyer => Some("pembeli@contoh.test"),
            Self::OtherBuyer => Some("pembeli-lain@contoh.test"),
            Self::ForeignSeller => Some("lain@contoh.test"),
            Self::Seller => Some("penjual@contoh.test"),
            Self::Curator => Some("kurator@contoh.test"),
            Self::Mentor => Some("pendamping@contoh.test"),
            Self::Admin => Some("admin@contoh.test"),
        }
    }
}
