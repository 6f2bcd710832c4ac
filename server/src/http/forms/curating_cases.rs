//! Complaints and refunds, from the side of curators.

use access::{AppState, Curator, Denied};
use app::pages::curating::{
    cases::{ASK_FORM, DECIDE_FORM},
    refunds::{
        FORM,
        begin::{BEGIN_FORM, page_of},
        decline_form,
    },
};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;
use services::{
    Error,
    complaints::{self, Decision},
    refunds,
};

use super::{
    cases::{at_fields, refused, refused_among},
    selling_cases::refund_request,
    uploads::picture,
};
use crate::http::{form::SubmittedForm, recorder::Recorder};

/// Forms of this area, and the pictures that only some may see.
#[must_use]
pub fn routes() -> Recorder {
    Recorder::default()
        .post("/kurasi/keluhan/{id}", decide)
        .post("/kurasi/keluhan/{id}/pesan", ask)
        .get("/kurasi/keluhan/{id}/foto/{photo}", photo)
        .post("/kurasi/pengembalian/baru", begin)
        .post("/kurasi/pengembalian/{id}/setujui", approve)
        .post("/kurasi/pengembalian/{id}/tolak", decline)
        .post("/kurasi/pengembalian/{id}/ulangi", retry)
}

/// Page of the refunds.
const REFUNDS: &str = "/kurasi/pengembalian";

type Answer = Result<Response, Denied>;

async fn decide(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let path = format!("/kurasi/keluhan/{id}");
    let Ok(resolution) = form.value("resolution").parse() else {
        return refused(form, (DECIDE_FORM, &path), Error::invalid("resolution", "choice-unknown")).await;
    };
    let decision = Decision {
        resolution,
        amount: form.integer("amount"),
        reason: form.value("reason"),
        restock: form.has("restock"),
    };
    match complaints::decide(form.services(), me.id, &id, &decision).await {
        Ok(_) => Ok(form.done(&path, "keluhan-diputuskan")),
        Err(error) => refused(form, (DECIDE_FORM, &path), error).await,
    }
}

async fn ask(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let path = format!("/kurasi/keluhan/{id}");
    match complaints::reply_as_curator(form.services(), me.id, &id, &form.value("text")).await {
        Ok(_) => Ok(form.done(&path, "keluhan-pesan")),
        Err(error) => refused(form, (ASK_FORM, &path), error).await,
    }
}

async fn photo(State(state): State<AppState>, _: Curator, Path((id, photo)): Path<(String, String)>) -> Answer {
    Ok(picture(complaints::photo_for_curator(&state.services, &id, &photo).await?))
}

/// Which order is meant stands in the address of the form.
#[derive(Deserialize)]
struct Which {
    pesanan: String,
}

async fn begin(Curator(me): Curator, Query(which): Query<Which>, form: SubmittedForm) -> Answer {
    let number = which.pesanan;
    let order = refunds::of_any_order(form.services(), &number).await?;
    let variants: Vec<&str> = order.lines.iter().map(|item| item.variant.as_str()).collect();
    let (request, named) = refund_request(&form, &variants);
    match refunds::request_as_curator(form.services(), me.id, &number, &request).await {
        Ok(_) => Ok(form.done(&page_of(&number), "uang-diminta")),
        Err(error) => refused(form, (BEGIN_FORM, &page_of(&number)), at_fields(error, &named)).await,
    }
}

async fn approve(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = refunds::approve(form.services(), me.id, &id).await;
    finish(form, "uang-disetujui", result.err()).await
}

async fn decline(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    match refunds::decline(form.services(), me.id, &id, &form.value("reason")).await {
        Ok(_) => Ok(form.done(REFUNDS, "uang-ditolak")),
        Err(error) => refused_among(form, (&decline_form(&id), REFUNDS), error).await,
    }
}

async fn retry(Path(id): Path<String>, Curator(me): Curator, form: SubmittedForm) -> Answer {
    let result = refunds::retry(form.services(), me.id, &id).await;
    finish(form, "uang-diulangi", result.err()).await
}

async fn finish(form: SubmittedForm, done: &str, error: Option<Error>) -> Answer {
    match error {
        None => Ok(form.done(REFUNDS, done)),
        Some(error) => refused(form, (FORM, REFUNDS), error).await,
    }
}
