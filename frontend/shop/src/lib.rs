//! WebAssembly of the buyers' pages: what `frontend/js/loader.js` fetches where a page has islands.

// Islands are exports of `app`; a crate that is not named here would not be linked.
use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the reactive system; the loader then wakes one island after the other.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
