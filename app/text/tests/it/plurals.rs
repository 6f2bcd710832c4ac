use domain::locale::Locale;
use text::Tr;

#[test]
fn indonesian_has_one_form() {
    let tr = Tr::new(Locale::Id);
    assert_eq!(tr.count("goods-count", 1), "1 barang");
    assert_eq!(tr.count("goods-count", 2_000), "2.000 barang");
}

#[test]
fn english_has_two() {
    let tr = Tr::new(Locale::En);
    assert_eq!(tr.count("goods-count", 1), "1 item");
    assert_eq!(tr.count("goods-count", 2_000), "2,000 items");
}
