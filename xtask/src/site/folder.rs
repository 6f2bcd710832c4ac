//! `target/site`: files named by their content, compressed beside themselves, and the manifest.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};

use super::Mode;

/// Logical name → address, as the server reads it.
type Manifest = BTreeMap<String, String>;

const MANIFEST: &str = "manifest.json";
/// The manifest before, whose files stay: a page from before an update still finds its scripts.
const PREVIOUS: &str = "previous.json";
const ENDINGS: &[&str] = &["br", "gz"];

/// The site that is being written.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    mode: Mode,
    manifest: Manifest,
}

impl Folder {
    /// Opens the folder; what is in it stays until [`Folder::finish`].
    pub fn open(root: PathBuf, mode: Mode) -> anyhow::Result<Self> {
        fs::create_dir_all(root.join("pkg"))?;
        Ok(Self { root, mode, manifest: Manifest::new() })
    }

    /// Writes a file under a name with the hash of its content, and returns its address.
    pub fn add(&mut self, name: &str, content: &[u8]) -> anyhow::Result<String> {
        let (stem, ending) = name.rsplit_once('.').context("an asset has an ending")?;
        let hash = hex::encode(&Sha256::digest(content)[..8]);
        let address = format!("/pkg/{stem}.{hash}.{ending}");
        let path = self.root.join(&address[1..]);
        write(&path, content)?;
        if self.mode == Mode::Release && ending != "woff2" {
            compress(&path, content)?;
        }
        self.manifest.insert(name.to_owned(), address.clone());
        Ok(address)
    }

    /// Writes the manifest, and drops what neither it nor the one before names.
    pub fn finish(self) -> anyhow::Result<()> {
        let (current, previous) = (self.root.join(MANIFEST), self.root.join(PREVIOUS));
        let before = read(&current)?;
        if before != self.manifest && !before.is_empty() {
            write(&previous, &serde_json::to_vec_pretty(&before)?)?;
        }
        write(&current, &serde_json::to_vec_pretty(&self.manifest)?)?;
        let kept = [self.manifest, read(&previous)?];
        let kept: BTreeSet<PathBuf> =
            kept.iter().flat_map(Manifest::values).map(|address| self.root.join(&address[1..])).collect();
        for entry in fs::read_dir(self.root.join("pkg"))? {
            let path = entry?.path();
            let compressed = path.extension().is_some_and(|end| ENDINGS.iter().any(|ending| end == *ending));
            let original = if compressed { path.with_extension("") } else { path.clone() };
            if !kept.contains(&original) {
                fs::remove_file(&path)?;
            }
        }
        Ok(())
    }
}

/// The manifest of a site, empty when there is none.
pub fn read(path: &Path) -> anyhow::Result<Manifest> {
    if !path.exists() {
        return Ok(Manifest::new());
    }
    let text = fs::read(path)?;
    serde_json::from_slice(&text).with_context(|| format!("{} is not readable", path.display()))
}

/// Whole or not at all: a server may be reading.
fn write(path: &Path, content: &[u8]) -> anyhow::Result<()> {
    let mut fresh = path.as_os_str().to_owned();
    fresh.push(".new");
    fs::write(&fresh, content).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(fs::rename(&fresh, path)?)
}

/// Brotli and gzip at their best, once per content.
fn compress(path: &Path, content: &[u8]) -> anyhow::Result<()> {
    let beside = |ending: &str| PathBuf::from(format!("{}.{ending}", path.display()));
    if !beside("br").exists() {
        let mut packed = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
        brotli::BrotliCompress(&mut &content[..], &mut packed, &parameters)?;
        write(&beside("br"), &packed)?;
    }
    if !beside("gz").exists() {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(content)?;
        write(&beside("gz"), &encoder.finish()?)?;
    }
    Ok(())
}
