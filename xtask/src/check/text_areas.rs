//! The renderer does not escape what stands in a text area, so only one component may write it.

use std::fs;

use anyhow::ensure;

use crate::workspace::{Workspace, files};

const COMPONENT: &str = "app/src/ui/text_area.rs";
const TAG: &str = "<textarea";

/// # Errors
/// Names every other place.
pub fn check(workspace: &Workspace) -> anyhow::Result<()> {
    let mut places = Vec::new();
    for folder in ["app", "server"] {
        for path in files(&workspace.root.join(folder), &["rs"])? {
            if path == workspace.root.join(COMPONENT) {
                continue;
            }
            for (index, line) in fs::read_to_string(&path)?.lines().enumerate() {
                if line.contains(TAG) && !line.trim_start().starts_with("//") {
                    places.push(format!("{}:{}", path.display(), index + 1));
                }
            }
        }
    }
    ensure!(places.is_empty(), "a bare text area is not escaped; use the component TextArea at\n{}", places.join("\n"));
    Ok(())
}
