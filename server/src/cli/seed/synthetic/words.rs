//! The vocabulary of invented goods, Indonesian and English.

use super::random::Random;

type Pair = (&'static str, &'static str);

const CERAMICS: [Pair; 12] = [
    ("Vas", "Vase"),
    ("Mug", "Mug"),
    ("Cangkir", "Cup"),
    ("Teko", "Teapot"),
    ("Mangkuk", "Bowl"),
    ("Piring hias", "Wall plate"),
    ("Guci", "Jar"),
    ("Pot tanaman", "Plant pot"),
    ("Tempat lilin", "Candle holder"),
    ("Asbak", "Ashtray"),
    ("Lampu meja", "Table lamp"),
    ("Celengan", "Money box"),
];
const MOTIFS: [Pair; 8] = [
    ("sulur", "tendril"),
    ("kawung", "kawung"),
    ("polos", "plain"),
    ("bintik", "speckled"),
    ("daun", "leaf"),
    ("ombak", "wave"),
    ("garis", "striped"),
    ("retak seribu", "crackle"),
];
const GLAZES: [Pair; 8] = [
    ("biru kobalt", "cobalt blue"),
    ("hijau seladon", "celadon green"),
    ("krem", "cream"),
    ("tenmoku", "tenmoku"),
    ("pirus", "turquoise"),
    ("putih susu", "milk white"),
    ("cokelat tanah", "earth brown"),
    ("hitam pekat", "deep black"),
];
const FOODS: [Pair; 8] = [
    ("Keripik tempe", "Tempe chips"),
    ("Stik tempe", "Tempe sticks"),
    ("Kering tempe", "Crisp sweet tempe"),
    ("Abon tempe", "Tempe floss"),
    ("Brownies tempe", "Tempe brownies"),
    ("Kerupuk kedelai", "Soy crackers"),
    ("Sambal tempe", "Tempe sambal"),
    ("Bumbu tempe", "Tempe seasoning"),
];
const FLAVOURS: [Pair; 8] = [
    ("original", "original"),
    ("pedas", "spicy"),
    ("balado", "balado"),
    ("daun jeruk", "lime leaf"),
    ("keju", "cheese"),
    ("bawang", "garlic"),
    ("manis gurih", "sweet and savoury"),
    ("rumput laut", "seaweed"),
];
const PACKS: [Pair; 4] = [
    ("kemasan harian", "daily pack"),
    ("kemasan keluarga", "family pack"),
    ("kemasan hadiah", "gift pack"),
    ("kemasan curah", "bulk pack"),
];
const FIRST_NAMES: [&str; 8] = ["Sri", "Budi", "Wahyu", "Dewi", "Slamet", "Endang", "Agus", "Rini"];
const LAST_NAMES: [&str; 8] = ["Lestari", "Santoso", "Utomo", "Rahayu", "Widodo", "Hartono", "Susanti", "Prasetyo"];
const SHOPS: [&str; 6] =
    ["Griya Contoh", "Bengkel Contoh", "Omah Contoh", "Karya Contoh", "Rumah Contoh", "Dapur Contoh"];

/// What a product is called and said of it.
pub(super) struct Naming {
    pub(super) name_id: String,
    pub(super) name_en: String,
    pub(super) about_id: String,
    pub(super) about_en: String,
}

/// A product with that number; the number is in its name, so that each can be found.
pub(super) fn naming(random: &mut Random, is_food: bool, number: i64) -> Naming {
    let lists: [&[Pair]; 3] = if is_food { [&FOODS, &FLAVOURS, &PACKS] } else { [&CERAMICS, &MOTIFS, &GLAZES] };
    let [thing, second, third] = lists.map(|list| random.pick(list).copied().unwrap_or_default());
    Naming {
        name_id: format!("{} {} {} {number}", thing.0, second.0, third.0),
        name_en: format!("{} {}, {} {number}", thing.1, second.1, third.1),
        about_id: format!(
            "{} {} dengan sentuhan {}. Barang contoh nomor {number} untuk uji beban; tidak dijual sungguhan.",
            thing.0, second.0, third.0
        ),
        about_en: format!(
            "{}, {}, {}. Invented item number {number} for load tests; not really for sale.",
            thing.1, second.1, third.1
        ),
    }
}

pub(super) fn owner(random: &mut Random) -> String {
    let first = random.pick(&FIRST_NAMES).copied().unwrap_or_default();
    let last = random.pick(&LAST_NAMES).copied().unwrap_or_default();
    format!("{first} {last}")
}

pub(super) fn shop(random: &mut Random) -> &'static str {
    random.pick(&SHOPS).copied().unwrap_or_default()
}
