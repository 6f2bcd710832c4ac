use std::{io::Cursor, sync::Arc, time::Instant};
use ports::PhotoPipeline as _;
#[tokio::test]
async fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(media::ObjectMediaStore::from_url(&format!("file://{}", folder.path().display())).unwrap());
    let src = image::open("/work/main/server/data/demo/photos/scene-hero-meja.jpg").unwrap().resize_exact(4000, 3000, image::imageops::FilterType::Triangle);
    let mut bytes = Vec::new();
    src.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Jpeg).unwrap();
    drop(src);
    let n = bytes.len();
    std::fs::write("/proc/self/clear_refs", "5").ok();
    let hwm = || std::fs::read_to_string("/proc/self/status").unwrap().lines().filter(|l| l.starts_with("VmHWM") || l.starts_with("VmRSS")).collect::<Vec<_>>().join(" ");
    println!("before {}", hwm());
    let t = Instant::now();
    let p = media::ImagePipeline::new(store).process(bytes.into()).await.unwrap();
    println!("{n} bytes, {:?} {}", t.elapsed(), hwm());
    for w in &p.widths { for e in ["webp", "jpg"] { println!("{w} {e} {}", std::fs::metadata(folder.path().join(format!("{}/{}-{w}.{e}", &p.key[..2], p.key))).unwrap().len()); } }
}
