//! One style sheet out of the files in `style/`.

use std::{ffi::OsStr, fs, path::Path};

use anyhow::{Context as _, anyhow, ensure};
use lightningcss::{
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet},
    targets::{Browsers, Targets},
};

use crate::workspace::files;

/// Files that set the ground for the others; those follow by name.
const FIRST: &[&str] = &["tokens.css", "base.css"];
const FONT: &str = "fonts/sentra-serif.woff2";

/// Bundles, and minifies for the oldest browsers that know `@layer`. `font` is the address of the serif.
///
/// # Errors
/// When a file cannot be parsed; the message names file and line.
pub fn bundle(folder: &Path, font: &str) -> anyhow::Result<String> {
    let mut sheets = files(folder, &["css"])?;
    sheets.sort_by_key(|path| {
        let rank = FIRST.iter().position(|first| path.file_name() == Some(OsStr::new(first)));
        (rank.unwrap_or(FIRST.len()), path.clone())
    });
    let mut bundle = String::new();
    for path in &sheets {
        let source = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        parse(&source, path)?;
        bundle.push_str(&source);
    }
    ensure!(bundle.contains(FONT), "no style sheet names {FONT}");
    let bundle = bundle.replace(FONT, font);
    let targets = Targets::from(oldest());
    let mut sheet = parse(&bundle, folder)?;
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| anyhow!("{error}"))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| anyhow!("{error}"))?.code)
}

fn parse<'source>(source: &'source str, path: &Path) -> anyhow::Result<StyleSheet<'source>> {
    let options = ParserOptions { filename: path.display().to_string(), ..ParserOptions::default() };
    StyleSheet::parse(source, options).map_err(|error| anyhow!("{error}"))
}

/// The first versions with cascade layers: older ones would show a page without any style.
fn oldest() -> Browsers {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Browsers {
        android: version(99, 0),
        chrome: version(99, 0),
        edge: version(99, 0),
        firefox: version(97, 0),
        ios_saf: version(15, 4),
        safari: version(15, 4),
        samsung: version(18, 0),
        ..Browsers::default()
    }
}
