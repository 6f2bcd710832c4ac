//! Complaints and refunds, from the side of sellers.

use access::{AppState, Denied, RequestLocale, Seller};
use app::pages::selling::{
    cases::{AGAIN_FORM, REPLY_FORM},
    order::{CALL_OFF_FORM, REFUND_FORM, failed_form, sent_form},
};
use axum::{
    Extension,
    extract::{DefaultBodyLimit, Path, Request, State},
    handler::Handler as _,
    response::Response,
};
use axum_extra::extract::CookieJar;
use services::{
    Error, RejectionCode,
    complaints::{self, ReplacementMove, ReplacementStep, Reply},
    fulfilment::{self, SellerScope},
    refunds::{self, RefundLineRequest, RefundRequest, Sending},
};

use super::{
    cases::{at_fields, pieces, refused, refused_among},
    uploads::{self, Uploaded, picture},
};
use crate::http::{form::SubmittedForm, recorder::Recorder};

/// Forms of this area, and the pictures that only some may see.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post("/jual/keluhan/{id}", reply)
        .post("/jual/keluhan/{id}/pengganti", send_again)
        .get("/jual/keluhan/{id}/foto/{photo}", photo)
        .post("/jual/pesanan/{number}/batalkan", call_off)
        .post("/jual/pesanan/{number}/pengembalian", refund)
        .post("/jual/pesanan/{number}/pengembalian/{id}/kirim", sent.layer(DefaultBodyLimit::max(uploads::BYTES)))
        .post("/jual/pesanan/{number}/pengembalian/{id}/gagal", failed)
}

type Answer = Result<Response, Denied>;

fn scope(seller: &Seller) -> SellerScope<'_> {
    SellerScope { account_id: seller.identity.id, shop_ids: &seller.shop_ids }
}

fn order_page(number: &str) -> String {
    format!("/jual/pesanan/{number}")
}

/// A whole amount; nothing typed is nothing, and what is no number is one that nobody may ask for.
fn amount(form: &SubmittedForm, name: &str) -> i64 {
    form.optional(name).map_or(0, |text| text.parse().unwrap_or(-1))
}

async fn reply(Path(id): Path<String>, seller: Seller, form: SubmittedForm) -> Answer {
    let path = format!("/jual/keluhan/{id}");
    let offer = match form.optional("offer").map(|text| text.parse()).transpose() {
        Ok(offer) => offer,
        Err(_) => return refused(form, (REPLY_FORM, &path), Error::invalid("offer", "case-offer")).await,
    };
    let reply = Reply { text: form.value("text"), offer, amount: form.integer("amount") };
    match complaints::reply(form.services(), scope(&seller), &id, &reply).await {
        Ok(_) => Ok(form.done(&path, "keluhan-dijawab")),
        Err(error) => refused(form, (REPLY_FORM, &path), error).await,
    }
}

async fn send_again(Path(id): Path<String>, seller: Seller, form: SubmittedForm) -> Answer {
    let path = format!("/jual/keluhan/{id}");
    complaints::find_of_shops(form.services(), scope(&seller), &id).await?;
    let step = form.value("step");
    let Some(&step) = ReplacementStep::ALL.iter().find(|known| known.as_str() == step) else {
        return refused(form, (AGAIN_FORM, &path), Error::invalid("step", "choice-unknown")).await;
    };
    let to = ReplacementMove {
        step,
        courier: form.optional("courier"),
        tracking: form.optional("tracking"),
        reason: form.optional("reason"),
        restock: form.optional("restock").is_some(),
    };
    match complaints::move_replacement(form.services(), scope(&seller), &id, &to).await {
        Ok(_) if matches!(step, ReplacementStep::Fail | ReplacementStep::CallOff) => {
            Ok(form.done(&path, "keluhan-pengganti-batal"))
        }
        Ok(_) => Ok(form.done(&path, "keluhan-pengganti")),
        Err(error) => refused(form, (AGAIN_FORM, &path), error).await,
    }
}

async fn photo(State(state): State<AppState>, seller: Seller, Path((id, photo)): Path<(String, String)>) -> Answer {
    Ok(picture(complaints::photo_for_seller(&state.services, scope(&seller), &id, &photo).await?))
}

async fn call_off(Path(number): Path<String>, seller: Seller, form: SubmittedForm) -> Answer {
    let reason = form.value("reason");
    match fulfilment::call_off(form.services(), scope(&seller), &number, &reason).await {
        Ok(_) => Ok(form.done(&order_page(&number), "pesanan-batal-penjual")),
        Err(error) => refused(form, (CALL_OFF_FORM, &order_page(&number)), error).await,
    }
}

/// What a form wants given back, and the fields that its lines came from.
pub(super) fn refund_request(form: &SubmittedForm, variants: &[&str]) -> (RefundRequest, Vec<String>) {
    let (lines, named) = pieces(form, variants);
    let request = RefundRequest {
        lines: lines.into_iter().map(|(variant, pieces)| RefundLineRequest { variant, pieces }).collect(),
        shipping: amount(form, "shipping"),
        amount: amount(form, "amount"),
        reason: form.value("reason"),
        method: form.value("method").parse().ok(),
    };
    (request, named)
}

async fn refund(Path(number): Path<String>, seller: Seller, form: SubmittedForm) -> Answer {
    let order = fulfilment::find(form.services(), scope(&seller), &number).await?;
    let variants: Vec<&str> = order.items.iter().map(|item| item.variant.as_str()).collect();
    let (request, named) = refund_request(&form, &variants);
    match refunds::request(form.services(), scope(&seller), &number, &request).await {
        Ok(_) => Ok(form.done(&order_page(&number), "uang-diminta")),
        Err(error) => refused(form, (REFUND_FORM, &order_page(&number)), at_fields(error, &named)).await,
    }
}

async fn sent(
    State(state): State<AppState>,
    Extension(RequestLocale(locale)): Extension<RequestLocale>,
    jar: CookieJar,
    seller: Seller,
    Path((number, id)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let of_order = refunds::of_order(&state.services, scope(&seller), &number).await?;
    if !of_order.items.iter().any(|refund| refund.id == id) {
        return Err(Error::NotFound.into());
    }
    let Uploaded { file, form } = uploads::read(request, state, jar, locale).await;
    let result = match file {
        Ok(proof) => {
            let sending = Sending { reference: form.optional("reference"), proof };
            refunds::mark_sent(form.services(), scope(&seller), &id, sending).await.map(drop)
        }
        Err(field) => Err(Error::rejected(RejectionCode::Invalid, vec![field])),
    };
    match result {
        Ok(()) => Ok(form.done(&order_page(&number), "uang-dikirim")),
        Err(error) => refused_among(form, (&sent_form(&id), &order_page(&number)), error).await,
    }
}

async fn failed(Path((number, id)): Path<(String, String)>, seller: Seller, form: SubmittedForm) -> Answer {
    let reason = form.value("reason");
    match refunds::mark_failed(form.services(), scope(&seller), &id, &reason).await {
        Ok(_) => Ok(form.done(&order_page(&number), "uang-gagal")),
        Err(error) => refused_among(form, (&failed_form(&id), &order_page(&number)), error).await,
    }
}
