//! `/pesanan/{token}`: an order by its own secret, or all orders of a checkout by theirs.

use access::Denied;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use domain::{fulfilment::DeliveryMethod, label::OrderLabel};
use http::{HeaderValue, header::REFERRER_POLICY};
use leptos::prelude::*;
use services::{
    Error, complaints,
    orders::{self, OrderView},
    refunds::{self, RefundView},
    reviews::OwnReview,
};

use super::{
    group::{GroupPage, Siblings},
    next::next,
    parts::{OrderBill, address_line, phone},
    pay::PaymentPanel,
    refunds::Refunds,
    reviews::{self, OrderReviews},
    steps::steps,
};
use crate::{
    forms::FormView,
    layout::StoreLayout,
    page::PageRequest,
    ui::{Button, ButtonKind, Dialog, ErrorSummary, Facts, LinkButton, PageHead, Panel, Timeline, Toast, to},
    viewer::tr,
};

/// Name of the form that shows a proof of payment.
pub const PROOF_FORM: &str = "payment-proof";

/// Name of the form for the account that money goes back to; also its id.
pub const ACCOUNT_FORM: &str = "rekening";

/// The page. A checkout of a single order shows that order.
///
/// # Errors
/// Not found; or the database is not available.
pub async fn show(request: PageRequest, Path(token): Path<String>) -> Result<Response, Denied> {
    let (own, group_token) = match orders::by_token(request.services(), &token).await {
        Ok(order) => (Some(order.summary.token.clone()), order.detail.group_token),
        Err(Error::NotFound) => (None, token),
        Err(error) => return Err(error.into()),
    };
    let mut group = orders::group_by_token(request.services(), &group_token).await?;
    let message = request.message();
    let own =
        own.or_else(|| if let [only] = group.orders.as_slice() { Some(only.summary.token.clone()) } else { None });
    let order = own
        .and_then(|own| group.orders.iter().position(|order| order.summary.token == own))
        .map(|place| group.orders.remove(place));
    let response = match order {
        Some(order) => {
            let siblings = group.orders;
            let token = order.summary.token.clone();
            let money = refunds::by_token(request.services(), &token).await?;
            let has_cases = !complaints::by_token(request.services(), &token).await?.is_empty();
            let (status, detail) = (&order.summary, &order.detail);
            let now = request.services().now();
            let can_complain = has_cases
                || complaints::can_open(status.status, status.fulfilment, detail.arrives_to, detail.zone, now);
            let own = reviews::load(&request, &order).await?;
            let proof = request.form(PROOF_FORM).await?;
            let (mut account, mut given) = (FormView::default(), None);
            if money.iter().any(|refund| refund.detail.wants_account) {
                account = request.form(ACCOUNT_FORM).await?;
                given = refunds::account_given(request.services(), &token).await?;
            }
            request
                .render(move || {
                    view! {
                        <OrderPage order=order siblings=siblings proof=proof message=message money=money
                            account=account given=given can_complain=can_complain own=own/>
                    }
                })
                .await
        }
        None => request.render(move || view! { <GroupPage group=group message=message/> }).await,
    };
    Ok(secret(response))
}

/// The address is the key to the page, so no other site learns it.
fn secret(response: Response) -> Response {
    ([(REFERRER_POLICY, HeaderValue::from_static("same-origin"))], response).into_response()
}

#[component]
fn OrderPage(
    order: OrderView,
    siblings: Vec<OrderView>,
    /// The form for a proof, when it was refused.
    proof: FormView,
    message: Option<String>,
    money: Vec<RefundView>,
    /// The form for the account that money goes back to, when it was refused.
    account: FormView,
    /// What of that account everybody with the address of the page may see.
    given: Option<String>,
    can_complain: bool,
    /// What was said of its lines, where that can be.
    own: Option<Vec<OwnReview>>,
) -> impl IntoView {
    let tr = tr();
    let (summary, detail) = (order.summary.clone(), order.detail.clone());
    let (headline, lead) = next(&order, tr);
    let title = tr.t_args("order-title", &[("number", (&summary.number).into())]);
    let placed = tr.moment(detail.placed_at, detail.zone);
    let about = tr.t_args("order-placed", &[("number", (&summary.number).into()), ("time", placed.into())]);
    let hello = tr.t_args("order-chat-text", &[("number", (&summary.number).into())]);
    let (_, chat) = phone(&detail.shop_phone, &hello);
    let path = format!("/pesanan/{}", summary.token);
    let timeline = steps(&order, tr);
    let errors = proof.summary(tr).into_iter().chain(account.summary(tr)).collect::<Vec<_>>();
    let (bill, delivery, pay) = (order.clone(), order.clone(), order.clone());
    view! {
        <PageHead title=title private=true/>
        <StoreLayout>
            <div class="wrap wrap--mid">
                <Toast message=message/>
                <ErrorSummary errors=errors/>
                <div class="next">
                    <p class="small muted">{about}</p>
                    <h1>{headline}</h1>
                    <p class="lead-text">{lead}</p>
                </div>
                <div class="stack gap-3">
                    {detail.can_receive.then(|| view! { <Receive path=path.clone()/> })}
                    {own.map(|own| view! { <OrderReviews order=order.clone() own=own/> })}
                    <PaymentPanel order=pay form=proof/>
                    <Siblings orders=siblings group_token=detail.group_token.clone()/>
                    <div class="two-cols order-cols">
                        <section class="stack">
                            <h2>{tr.t("order-steps")}</h2>
                            <Timeline steps=timeline/>
                        </section>
                        <div class="stack gap-3">
                            <Refunds refunds=money path=path.clone() account=given form=account/>
                            <OrderBill order=bill/>
                            <Delivery order=delivery/>
                            <Contact order=order chat=chat/>
                            {can_complain.then(|| view! {
                                <p>
                                    <LinkButton href=to(&format!("{path}/keluhan")) kind=ButtonKind::Quiet block=true>
                                        {tr.t("case-link")}
                                    </LinkButton>
                                </p>
                            })}
                            {detail.can_cancel.then(|| view! {
                                <p>
                                    <a href="#batalkan">{tr.t("order-cancel")}</a>" "
                                    <span class="small muted">{tr.t("order-cancel-free")}</span>
                                </p>
                            })}
                        </div>
                    </div>
                </div>
            </div>
            {detail.can_cancel.then(|| view! { <Cancel path=path number=summary.number/> })}
        </StoreLayout>
    }
}

#[component]
fn Receive(path: String) -> impl IntoView {
    let tr = tr();
    view! {
        <form method="post" action=to(&format!("{path}/terima")) class="panel stack gap-1">
            <p>{tr.t("order-receive-lead")}</p>
            <Button kind=ButtonKind::Primary block=true icon="package-check">{tr.t("order-receive")}</Button>
        </form>
    }
}

#[component]
fn Cancel(path: String, number: String) -> impl IntoView {
    let tr = tr();
    view! {
        <Dialog id="batalkan" title=tr.t_args("order-cancel-question", &[("number", number.into())])>
            <p>{tr.t("order-cancel-lead")}</p>
            <form method="post" action=to(&format!("{path}/batalkan")) class="dialog__act">
                <LinkButton href="#_" kind=ButtonKind::Quiet>{tr.t("order-cancel-keep")}</LinkButton>
                <Button kind=ButtonKind::Danger>{tr.t("order-cancel-yes")}</Button>
            </form>
        </Dialog>
    }
}

#[component]
fn Delivery(order: OrderView) -> impl IntoView {
    let tr = tr();
    let detail = order.detail;
    let contact = &detail.contact;
    let mut rows = Vec::new();
    if detail.delivery_method == DeliveryMethod::Pickup {
        rows.push((tr.t("order-fact-pickup"), format!("{}, {}", detail.shop_name, detail.shop_street)));
        rows.push((tr.t("order-fact-hours"), detail.opening_hours.clone()));
    } else {
        rows.push((tr.t("order-fact-address"), address_line(contact)));
        rows.extend(contact.landmark.clone().map(|landmark| (tr.t("order-fact-landmark"), landmark)));
    }
    rows.push((tr.t("order-fact-recipient"), contact.name.clone()));
    rows.push((tr.t("order-fact-phone"), phone(&contact.phone, "").0));
    rows.extend(detail.courier.clone().map(|courier| (tr.t("order-fact-courier"), courier)));
    rows.extend(detail.tracking.clone().map(|tracking| (tr.t("order-fact-tracking"), tracking)));
    rows.extend(contact.note.clone().map(|note| (tr.t("order-fact-note"), note)));
    rows.retain(|(_, value)| !value.is_empty());
    view! { <Panel title=tr.t("order-delivery")><Facts rows=rows/></Panel> }
}

#[component]
fn Contact(order: OrderView, chat: Option<String>) -> impl IntoView {
    let tr = tr();
    let (token, shop, detail) = (order.summary.token, order.summary.shop, order.detail);
    let number = phone(&detail.shop_phone, "").0;
    let is_over = matches!(detail.label, OrderLabel::Completed | OrderLabel::Cancelled | OrderLabel::Expired);
    let again = if is_over { ButtonKind::Primary } else { ButtonKind::Quiet };
    view! {
        <Panel title=tr.t_args("order-contact", &[("shop", (&detail.shop_name).into())])>
            <p class="small muted">{tr.t("order-contact-lead")}</p>
            <p><a href=format!("tel:{}", detail.shop_phone)>{number}</a><br/>
                <span class="small muted">{detail.opening_hours}</span></p>
            <div class="row">
                {chat.map(|href| view! {
                    <LinkButton href=href icon="message-circle" kind=ButtonKind::Quiet>{tr.t("order-chat")}</LinkButton>
                })}
                <form method="post" action=to(&format!("/pesanan/{token}/lagi"))>
                    <Button kind=again icon="refresh-cw">{tr.t("order-again")}</Button>
                </form>
            </div>
            <p class="small"><a href=to(&format!("/toko/{shop}"))>{tr.t_args("order-to-shop", &[("shop", detail.shop_name.into())])}</a></p>
            <p class="small"><a href=to("/bantuan")>{tr.t("order-complaint")}</a></p>
        </Panel>
    }
}
