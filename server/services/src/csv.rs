//! Tables as files that spreadsheets open.

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words that somebody may have typed. What a spreadsheet would take for a formula gets an apostrophe in front.
    Text(String),
    /// A number of ours.
    Number(i64),
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Text(text) => {
                let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                let text = if is_formula { format!("'{text}") } else { text.clone() };
                if text.contains(['"', ',', ';', '\n', '\r', '\t']) {
                    out.push('"');
                    out.push_str(&text.replace('"', "\"\""));
                    out.push('"');
                } else {
                    out.push_str(&text);
                }
            }
        }
    }
}

/// A line of cells, with its end (RFC 4180).
pub fn line(out: &mut String, cells: &[Cell]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        cell.write(out);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_typed_becomes_a_formula() {
        for start in ["=1+1", "+62812", "-1", "@A1", "\t=1", "\r=1"] {
            let mut out = String::new();
            line(&mut out, &[Cell::text(start), Cell::Number(-5_000)]);
            assert!(out.trim_start_matches('"').starts_with('\''), "{out:?}");
            assert!(out.ends_with(",-5000\r\n"));
        }
    }

    #[test]
    fn separators_and_quotes_stay_inside_their_cell() {
        let mut out = String::new();
        line(&mut out, &[Cell::text("Toko \"A\", Malang"), Cell::text("biasa")]);
        assert_eq!(out, "\"Toko \"\"A\"\", Malang\",biasa\r\n");
    }
}
