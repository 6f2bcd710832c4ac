//! Photographs: never cropped by surprise, and nothing moves while they load.

mod ground;

use leptos::prelude::*;

use crate::viewer::tr;

/// A photo as the pages need it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhotoView {
    /// What it shows.
    pub alt: String,
    /// Thumbhash in base64; its colours stand in while the photo loads.
    pub thumbhash: Option<String>,
    /// Its sizes, narrow to wide; at least one.
    pub sources: Vec<PhotoSource>,
    /// Width of the widest, in pixels.
    pub width: u32,
    /// Height of the widest, in pixels.
    pub height: u32,
}

/// A photo in one width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoSource {
    /// In pixels.
    pub width: u32,
    /// Address of the WebP file.
    pub webp: String,
    /// Address of the JPEG file.
    pub jpeg: String,
}

impl PhotoView {
    /// Address of the smallest JPEG that is at least so wide, or of the widest there is.
    #[must_use]
    pub fn jpeg_at_least(&self, width: u32) -> Option<&str> {
        self.sources.iter().find(|source| source.width >= width).or(self.sources.last()).map(|source| &*source.jpeg)
    }

    fn srcset(&self, address: impl Fn(&PhotoSource) -> &str) -> String {
        let sizes: Vec<String> =
            self.sources.iter().map(|source| format!("{} {}w", address(source), source.width)).collect();
        sizes.join(", ")
    }
}

/// Ratio of the box that a photo lies in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shape {
    /// 4:5, products.
    #[default]
    Portrait,
    /// 16:10, scenes.
    Scene,
    /// 1:1, thumbnails and signs.
    Square,
}

impl Shape {
    const fn class(self) -> &'static str {
        match self {
            Self::Portrait => "photo",
            Self::Scene => "photo photo--scene",
            Self::Square => "photo photo--square",
        }
    }
}

/// A photo in its box, or a silhouette where there is none.
#[component]
pub fn Photo(
    /// The photo.
    photo: Option<PhotoView>,
    /// Ratio of the box.
    #[prop(optional)]
    shape: Shape,
    /// How wide the box is on which screen, for the browser's choice of a file.
    #[prop(default = "(min-width: 64rem) 280px, 50vw")]
    sizes: &'static str,
    /// Loads at once, for the largest picture of the first screen.
    #[prop(optional)]
    eager: bool,
    /// A second photo that a pointer on the card shows.
    #[prop(optional_no_strip)]
    second: Option<PhotoView>,
    /// Whether the words beside it say the same, so that a screen reader passes over it.
    #[prop(optional)]
    decorative: bool,
    /// Whether it is something to eat, for the silhouette.
    #[prop(optional)]
    food: bool,
) -> impl IntoView {
    let Some(photo) = photo else {
        let class = format!("{} photo--empty", shape.class());
        let label = (!decorative).then(|| tr().t("no-photo"));
        let role = if decorative { "presentation" } else { "img" };
        let silhouette = if food { PACKET } else { JAR };
        return view! {
            <span class=class>
                <svg viewBox="0 0 400 500" preserveAspectRatio="xMidYMid slice" role=role aria-label=label
                    inner_html=silhouette></svg>
            </span>
        }
        .into_any();
    };
    let style = photo.thumbhash.as_deref().and_then(ground::style);
    view! {
        <span class=shape.class() style=style>
            {picture(&photo, sizes, eager, decorative)}
            {second.map(|second| view! { <span class="photo__second">{picture(&second, sizes, false, true)}</span> })}
        </span>
    }
    .into_any()
}

fn picture(photo: &PhotoView, sizes: &'static str, eager: bool, decorative: bool) -> impl IntoView + use<> {
    let alt = if decorative { String::new() } else { photo.alt.clone() };
    view! {
        <picture>
            <source type="image/webp" srcset=photo.srcset(|source| &source.webp) sizes=sizes/>
            <img src=photo.jpeg_at_least(640).unwrap_or_default().to_owned() srcset=photo.srcset(|source| &source.jpeg)
                sizes=sizes width=photo.width.to_string() height=photo.height.to_string() alt=alt decoding="async"
                loading=if eager { "eager" } else { "lazy" } fetchpriority=eager.then_some("high")/>
        </picture>
    }
}

/// A jar, on the ground of the photographs.
const JAR: &str = r##"<path fill="#B9AD9C" d="M168 120h64c6 0 8 5 5 10-8 14-4 28 18 44 34 26 50 62 42 112-6 40-26 80-42 112-5 9-10 13-20 13h-70c-10 0-15-4-20-13-16-32-36-72-42-112-8-50 8-86 42-112 22-16 26-30 18-44-3-5-1-10 5-10z"/>"##;

/// A folded packet, tied with string, on the same ground.
const PACKET: &str = r##"<path fill="#B9AD9C" d="M112 214 146 176h108l34 38v132c0 8-6 14-14 14H126c-8 0-14-6-14-14z"/><path fill="none" stroke="#D8CFC2" stroke-width="6" d="M112 214h176M200 176v184M112 288h176"/><path fill="#B9AD9C" d="M200 176c-26-8-44-24-42-38 18-6 36 10 42 38zm0 0c26-8 44-24 42-38-18-6-36 10-42 38z"/>"##;

#[cfg(test)]
mod tests {
    use super::*;

    fn photo() -> PhotoView {
        let source = |width: u32| PhotoSource {
            width,
            webp: format!("/media/a/{width}.webp"),
            jpeg: format!("/media/a/{width}.jpg"),
        };
        PhotoView {
            alt: "Vas \"biru\"".to_owned(),
            thumbhash: None,
            sources: vec![source(320), source(640), source(1280)],
            width: 1280,
            height: 1600,
        }
    }

    #[test]
    fn offers_both_formats_in_all_widths_and_keeps_its_place() {
        let html = Owner::new().with(|| view! { <Photo photo=Some(photo())/> }.to_html());
        assert!(html.contains("/media/a/320.webp 320w, /media/a/640.webp 640w, /media/a/1280.webp 1280w"), "{html}");
        assert!(html.contains("src=\"/media/a/640.jpg\""), "{html}");
        assert!(html.contains("width=\"1280\"") && html.contains("height=\"1600\""), "{html}");
        assert!(html.contains("alt=\"Vas &quot;biru&quot;\""), "{html}");
        assert!(html.contains("loading=\"lazy\""), "{html}");
    }

    #[test]
    fn a_missing_photo_says_so() {
        let html = Owner::new().with(|| view! { <Photo photo=None/> }.to_html());
        assert!(html.contains("aria-label=\"Belum ada foto\""), "{html}");
    }
}
