//! The one shape of all mails, as text and as HTML.

use domain::locale::Locale;

/// The parts of a mail, in reading order.
pub(crate) struct Letter {
    pub(crate) subject: String,
    pub(crate) paragraphs: Vec<String>,
    /// Label and address of the link.
    pub(crate) action: Option<(String, String)>,
    pub(crate) footer: String,
}

impl Letter {
    /// As plain text.
    pub(crate) fn text(&self) -> String {
        let mut blocks = self.paragraphs.clone();
        blocks.extend(self.action.iter().map(|(label, link)| format!("{label}:\n{link}")));
        blocks.push(format!("-- \n{}", self.footer));
        blocks.join("\n\n") + "\n"
    }

    /// As HTML without pictures or anything fetched: it reads well in every mail program, and tells nobody that it was read.
    pub(crate) fn html(&self, locale: Locale) -> String {
        let mut body: String = self.paragraphs.iter().map(|text| format!("<p>{}</p>\n", escape(text))).collect();
        if let Some((label, link)) = &self.action {
            body.push_str(&format!("<p><a href=\"{}\">{}</a></p>\n", escape(link), escape(label)));
        }
        format!(
            "<!doctype html>\n<html lang=\"{locale}\">\n<head><meta charset=\"utf-8\"><title>{title}</title></head>\n\
             <body style=\"font:16px/1.5 sans-serif;max-width:36em;margin:1em auto;padding:0 1em\">\n{body}\
             <hr>\n<p style=\"font-size:13px\">{footer}</p>\n</body>\n</html>\n",
            title = escape(&self.subject),
            footer = escape(&self.footer),
        )
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}
