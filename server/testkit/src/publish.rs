//! Products that lists and pages show.

use crate::{TestProduct, TestShop, World};

impl World {
    /// Gives a product a published revision with that name, indexes it and gives the slug of its page.
    pub async fn publish(&self, shop: &TestShop, product: &TestProduct, name: &str, published_at: i64) -> String {
        let revision = self
            .sql(
                "INSERT INTO product_revision (public_id, product_id, number, status, attributes, created_by, created_at)
                 VALUES ($1, $2, 1, 'published', '{\"material\":\"Stoneware\",\"food_contact\":\"decorative\"}', $3, 0)
                 RETURNING id",
                [format!("rev_{}", product.id).into(), product.id.into(), shop.owner_id.into()],
            )
            .await;
        self.sql(
            "INSERT INTO product_text (revision_id, locale, name, description)
             VALUES ($1, 'id', $2, 'Satu.') RETURNING revision_id",
            [revision.into(), name.into()],
        )
        .await;
        let slug = domain::slug::Slug::from_title(name).to_string();
        self.sql(
            "UPDATE product SET slug = $2, published_revision_id = $3, published_at = $4 WHERE id = $1 RETURNING id",
            [product.id.into(), slug.as_str().into(), revision.into(), published_at.into()],
        )
        .await;
        let tx = self.store().begin().await.expect("a transaction");
        store::search::index_product(&tx, product.id).await.expect("an index");
        let now = self.services.now();
        store::catalogue::refresh_availability(&tx, &[product.id], now).await.expect("the flags of lists");
        tx.commit().await.expect("a commit");
        slug
    }
}
