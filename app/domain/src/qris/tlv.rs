//! Tag, length, value: two digits, two digits, so many characters.

/// Longest value that two digits can announce.
pub(super) const MAX_VALUE_CHARS: usize = 99;

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) tag: u8,
    pub(super) value: String,
}

/// Fields of an ASCII text; `None` when it does not divide into them.
pub(super) fn parse(text: &str) -> Option<Vec<Field>> {
    let mut fields = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let tag = number(rest.get(..2)?)?;
        let length = usize::from(number(rest.get(2..4)?)?);
        let value = rest.get(4..4 + length)?;
        fields.push(Field { tag, value: value.to_owned() });
        rest = rest.get(4 + length..)?;
    }
    Some(fields)
}

/// The text of fields, each of which fits its length.
pub(super) fn write(fields: &[Field]) -> String {
    fields.iter().map(|field| format!("{:02}{:02}{}", field.tag, field.value.len(), field.value)).collect()
}

/// Value of a tag within a text of fields.
pub(super) fn find(text: &str, tag: u8) -> Option<&str> {
    let mut rest = text;
    loop {
        let length = usize::from(number(rest.get(2..4)?)?);
        let value = rest.get(4..4 + length)?;
        if number(rest.get(..2)?)? == tag {
            return Some(value);
        }
        rest = rest.get(4 + length..)?;
    }
}

/// Replaces a field, or puts it where its tag belongs.
pub(super) fn set(fields: &mut Vec<Field>, tag: u8, value: String) {
    if let Some(field) = fields.iter_mut().find(|field| field.tag == tag) {
        field.value = value;
        return;
    }
    let place = fields.iter().position(|field| field.tag > tag).unwrap_or(fields.len());
    fields.insert(place, Field { tag, value });
}

fn number(digits: &str) -> Option<u8> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}
