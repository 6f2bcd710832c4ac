//! Keeps what a person typed between a refused form and the page that shows it again.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::{Error, FieldError, Result, Services, secret};

/// Values as typed, and what was wrong with them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct FormState {
    /// Values by field name; several for checkboxes.
    pub values: HashMap<String, Vec<String>>,
    /// What was wrong, field by field.
    pub errors: Vec<FieldError>,
}

/// Stores a refused form under the browser's token, replacing an older one of the same name.
///
/// # Errors
/// When the database is not available.
pub async fn save(services: &Services, token: &str, form: &str, state: &FormState) -> Result<()> {
    let json = serde_json::to_string(state).map_err(Error::internal)?;
    let tx = services.store().begin().await?;
    store::form_states::put(&tx, &secret::hash(token), form, &json, services.now()).await?;
    Ok(tx.commit().await?)
}

/// What was stored, when there is something.
///
/// # Errors
/// When the database is not available.
pub async fn load(services: &Services, token: &str, form: &str) -> Result<Option<FormState>> {
    let json = store::form_states::find(services.store(), &secret::hash(token), form).await?;
    Ok(json.and_then(|json| serde_json::from_str(&json).ok()))
}

/// Forgets a form that went through.
///
/// # Errors
/// When the database is not available.
pub async fn clear(services: &Services, token: &str, form: &str) -> Result<()> {
    let tx = services.store().begin().await?;
    store::form_states::remove(&tx, &secret::hash(token), form).await?;
    Ok(tx.commit().await?)
}
