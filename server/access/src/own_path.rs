//! Where a person may be sent after signing in.

/// Longest path that is kept; ours are far shorter, queries included.
const MAX_LENGTH: usize = 500;

/// Only a path of our own may be returned to after signing in: one slash first, no scheme, no other host, nothing that
/// a browser would read as one.
#[must_use]
pub fn own_path(path: &str) -> Option<&str> {
    let is_own = path.starts_with('/')
        && !path.starts_with("//")
        && path.len() <= MAX_LENGTH
        && path.bytes().all(|byte| (0x21..0x7f).contains(&byte) && byte != b'\\');
    is_own.then_some(path)
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn own_paths_pass() {
        for path in ["/", "/akun", "/produk?q=vas&urut=harga#hasil", "/en/akun", "/cari?dari=https://contoh.test//x"] {
            assert_eq!(own_path(path), Some(path));
        }
    }

    #[test]
    fn other_hosts_do_not() {
        let long = format!("/{}", "a".repeat(500));
        let hostile = [
            "",
            "akun",
            "//jahat.test",
            "///jahat.test",
            "/\\jahat.test",
            "\\\\jahat.test",
            "https://jahat.test",
            "javascript:alert(1)",
            "/\t/jahat.test",
            "/\n/jahat.test",
            " /akun",
            "/a kun",
            "/akun\r\nSet-Cookie: x=1",
            "/\u{7f}",
            "/kéramik",
            &long,
        ];
        for path in hostile {
            assert_eq!(own_path(path), None, "{path:?}");
        }
    }
}
