//! The style page: every component in its states. Served in development only.

mod forms;
mod goods;
mod order;
mod words;

use axum::response::Response;
use leptos::prelude::*;

use crate::{layout::StoreLayout, page::PageRequest, ui::PageHead, viewer::tr};

/// `/gaya`
pub async fn show(request: PageRequest) -> Response {
    request.render(|| view! { <StylePage/> }).await
}

/// The page.
#[component]
pub fn StylePage() -> impl IntoView {
    let tr = tr();
    view! {
        <PageHead title=tr.t("gaya-title") private=true/>
        <StoreLayout>
            <div class="wrap gaya">
                <div class="gaya__head">
                    <h1>{tr.t("gaya-title")}</h1>
                    <p class="read muted">{tr.t("gaya-lead")}</p>
                </div>
                <words::Colours/>
                <words::Letters/>
                <forms::Buttons/>
                <forms::Fields/>
                <words::Marks/>
                <goods::Cards/>
                <goods::Photos/>
                <words::Notices/>
                <order::Steps/>
                <order::TableOfOrders/>
                <order::Totals/>
                <words::Dialogs/>
                <goods::Empty/>
            </div>
        </StoreLayout>
    }
}
