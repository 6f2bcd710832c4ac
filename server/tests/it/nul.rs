//! NUL bytes in what people send to pages.

use http::{Method, header::CONTENT_TYPE};
use testkit::on_both;

use crate::app::{App, request};

#[tokio::test(flavor = "multi_thread")]
async fn a_nul_is_refused_before_any_database_sees_it() {
    on_both(async |world| {
        let app = App::new(world);
        for path in ["/produk/%00", "/toko/a%00b", "/produk?q=%00", "/produk?kategori=va%00s", "/pesanan/%00"] {
            assert_eq!(app.get(path).await.status, 404, "{path}");
        }
        let form = request(Method::POST, "/masuk").header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = app.send(form.body("email=a%00b&password=x".into()).unwrap()).await;
        assert_eq!(answer.status, 422);
    })
    .await;
}
