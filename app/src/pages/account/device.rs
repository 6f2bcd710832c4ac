//! A name for a device that its owner recognises, out of what the browser says it is.

use text::Tr;

/// In the order of testing: most browsers also claim to be Safari, and several to be Chrome.
const BROWSERS: [(&str, &str); 9] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("UCBrowser", "UC Browser"),
    ("MiuiBrowser", "Mi Browser"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];
/// Phones before the systems that they claim to be like.
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
];

/// "Chrome di Android", or what little is known.
#[must_use]
pub fn name(user_agent: &str, tr: Tr) -> String {
    match (find(&BROWSERS, user_agent), find(&SYSTEMS, user_agent)) {
        (Some(browser), Some(system)) => {
            tr.t_args("account-security-session-device", &[("browser", browser.into()), ("system", system.into())])
        }
        (Some(known), None) | (None, Some(known)) => known.to_owned(),
        (None, None) => tr.t("account-security-session-unknown"),
    }
}

fn find(signs: &[(&str, &'static str)], user_agent: &str) -> Option<&'static str> {
    signs.iter().find(|(sign, _)| user_agent.contains(sign)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use domain::locale::Locale;

    use super::*;

    #[test]
    fn common_browsers_are_named() {
        let tr = Tr::new(Locale::Id);
        let chrome = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) \
            Chrome/131.0.0.0 Mobile Safari/537.36";
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
            Version/18.1 Mobile/15E148 Safari/604.1";
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
        assert_eq!(name(chrome, tr), "Chrome di Android");
        assert_eq!(name(safari, tr), "Safari di iPhone");
        assert_eq!(name(firefox, tr), "Firefox di Linux");
    }

    #[test]
    fn unknown_ones_are_called_so() {
        assert_eq!(name("", Tr::new(Locale::En)), "Device without a name");
        assert_eq!(name("<script>", Tr::new(Locale::En)), "Device without a name");
    }
}
