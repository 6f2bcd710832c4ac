//! XML that is written by hand.

use http::HeaderValue;

/// Content type of our XML.
pub const XML: HeaderValue = HeaderValue::from_static("application/xml; charset=utf-8");
/// What others read of the whole catalogue may be an hour old.
pub const HOURLY: HeaderValue = HeaderValue::from_static("public, max-age=3600");
/// First line of every document.
pub const PROLOGUE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Appends text that stands in an element or an attribute. Characters that XML cannot hold are left out.
pub fn push_text(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
}

/// Appends `<name>text</name>`.
pub fn push_element(out: &mut String, name: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    push_text(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
}

#[cfg(test)]
mod tests {
    use super::push_element;

    #[test]
    fn nothing_that_was_typed_becomes_markup() {
        let mut out = String::new();
        push_element(&mut out, "g:title", "a </g:title>&\"'\u{1}\u{b}]]>\n");
        assert_eq!(out, "<g:title>a &lt;/g:title&gt;&amp;&quot;&apos;]]&gt;\n</g:title>\n");
    }
}
