//! Who runs this installation; shown in the footer, as the law asks (Permendag 31/2023).

use super::Source;

/// `SENTRA_OPERATOR_NAME`, `SENTRA_OPERATOR_PHONE`, `SENTRA_OPERATOR_EMAIL`, `SENTRA_OPERATOR_ADDRESS`. The defaults are
/// a fictional operator: a demo never claims to be the city's own site.
#[derive(Debug, Clone)]
pub struct OperatorConfig {
    /// Name of the organisation.
    pub name: String,
    /// Phone for complaints.
    pub phone: String,
    /// E-mail for complaints.
    pub email: String,
    /// Postal address.
    pub address: String,
}

impl OperatorConfig {
    /// Reads the settings.
    #[must_use]
    pub fn read(source: &Source) -> Self {
        Self {
            name: source.get_or("SENTRA_OPERATOR_NAME", "Koperasi Contoh Sentra (demo)"),
            phone: source.get_or("SENTRA_OPERATOR_PHONE", "0812-0000-0000"),
            email: source.get_or("SENTRA_OPERATOR_EMAIL", "halo@contoh.test"),
            address: source.get_or("SENTRA_OPERATOR_ADDRESS", "Jl. Contoh No. 1, Malang"),
        }
    }
}
