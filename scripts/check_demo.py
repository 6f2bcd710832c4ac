#!/usr/bin/env python3
"""Checks the reference files of `migrations/data` and the demo of `server/data/demo` against each other.

    python3 scripts/check_demo.py

Prints every mistake it finds and ends with status 1 if there was one.
"""

import csv
import gzip
import re
import sys
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "migrations" / "data"
DEMO = ROOT / "server" / "data" / "demo"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TRANSPORT = {"ceramic": {"fragile", "dry"}, "food": {"fresh", "frozen", "dry"}, "experience": {"dry"}}
STATUSES = {"draft", "proposed", "published"}
# Bounds of the schema and of the forms that sellers use.
NAME_MAX, DESCRIPTION_MAX, STREET_MAX, PHOTOS_MAX, VARIANTS_MAX, WEIGHT_MAX_G = 120, 4_000, 200, 8, 30, 1_000_000

mistakes = []


def check(condition, text):
    if not condition:
        mistakes.append(text)


def load(path):
    with path.open("rb") as file:
        return tomllib.load(file)


def read_regions(name):
    with gzip.open(REFERENCE / name, "rt", encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def unique(rows, key, what):
    for value, count in Counter(row[key] for row in rows).items():
        check(count == 1, f"{what} {value} appears {count} times")
        check(SLUG.fullmatch(value) and len(value) <= 80, f"{what} {value!r} is no slug")


def texts(row, keys, where):
    for key in keys:
        for language in ("id", "en"):
            value = row.get(f"{key}_{language}", "")
            check(value.strip() and value == value.strip(" "), f"{where}: {key}_{language} is empty or padded")
        check(row.get(f"{key}_id") != row.get(f"{key}_en") or len(row[f"{key}_id"]) < 20, f"{where}: {key} is not translated")


def zone_of(zones, code):
    fits = [(len(prefix), zone["code"]) for zone in zones for prefix in zone["prefixes"] if f"{code}.".startswith(f"{prefix}.")]
    return max(fits)[1] if fits else None


def check_reference(sentra, categories, attributes, shipping, regions, test_regions):
    unique(sentra, "slug", "sentra")
    unique(categories, "slug", "category")
    slugs = {row["slug"] for row in sentra}
    for row in sentra:
        texts(row, ("craft", "tagline", "story"), row["slug"])
        check(row["origin_region"] in regions and row["origin_region"] in test_regions, f"{row['slug']}: origin is no region")
    for row in categories:
        check(row["sentra"] in slugs and row["kind"] in TRANSPORT, f"category {row['slug']}: sentra or kind")
        texts(row, ("name",), row["slug"])
    for row in attributes:
        check((row["value_kind"] == "choice") == bool(row["choices"]), f"attribute {row['key']}: choices")
        texts(row, ("name",), row["key"])
    codes = {row["code"] for row in shipping["zone"]}
    services = {row["code"] for row in shipping["service"]}
    check({row["zone"] for row in shipping["rate"]} == codes, "a zone without a rate")
    for row in shipping["rate"]:
        check(row["service"] in services and row["days_min"] <= row["days_max"], f"rate {row}")
    for name, rows in (("regions", regions), ("test regions", test_regions)):
        villages = Counter(zone_of(shipping["zone"], code) for code, row in rows.items() if row["level"] == "village")
        check(set(villages) == codes and min(villages.values()) >= 3, f"{name} per zone: {dict(villages)}")
        for code, row in rows.items():
            check("." not in code or code.rpartition(".")[0] in rows, f"{name}: {code} has no parent")
            check((row["level"] == "village") == bool(row["postal_code"]), f"{name}: postcode of {code}")
    check(len({row["day"] for row in shipping["holiday"]}) == len(shipping["holiday"]), "a holiday twice")


def check_shops(shops, sentra, regions):
    unique(shops, "slug", "shop")
    check(Counter(shop["sentra"] for shop in shops) == {slug: 12 for slug in sentra}, "twelve shops per sentra")
    for shop in shops:
        where = f"shop {shop['slug']}"
        texts(shop, ("tagline", "story"), where)
        check(shop["region"] in regions, f"{where}: region")
        check(len(shop["street"]) <= STREET_MAX and len(shop["name"]) <= NAME_MAX, f"{where}: too long")
        check(shop["phone"].startswith("0812-0000-") and shop["bank_account"].startswith("0000"), f"{where}: not fictional")
        check("logo" not in shop or (DEMO / "logos" / shop["logo"]).is_file(), f"{where}: logo")
        check(shop["offers_pickup"] or shop["offers_courier"] or shop["delivery_areas"], f"{where}: no way to deliver")
        for area in shop["delivery_areas"]:
            check(area["region_prefix"] in regions and area["days_min"] <= area["days_max"], f"{where}: {area}")


def check_attributes(product, kind, attributes, where):
    known = {row["key"]: row for row in attributes if row["kind"] == kind}
    for key, value in product["attributes"].items():
        check(key in known, f"{where}: unknown attribute {key}")
        if key in known:
            row = known[key]
            check(isinstance(value, int) == (row["value_kind"] == "number"), f"{where}: type of {key}")
            check(row["value_kind"] != "choice" or value in {c["value"] for c in row["choices"]}, f"{where}: {key} = {value}")
    for key, row in known.items():
        check(not row["required"] or key in product["attributes"], f"{where}: no {key}")


def check_products(products, shops, categories, attributes, photos):
    unique(products, "slug", "product")
    shop_of = {shop["slug"]: shop for shop in shops}
    category_of = {row["slug"]: row for row in categories}
    check({product["shop"] for product in products} == set(shop_of), "a shop without goods")
    check({product["category"] for product in products} == set(category_of), "a category without goods")
    descriptions = Counter(product["description_id"] for product in products)
    for product in products:
        where = f"product {product['slug']}"
        shop, category = shop_of.get(product["shop"]), category_of.get(product["category"])
        check(shop and category and shop["sentra"] == category["sentra"], f"{where}: shop or category")
        kind = category["kind"]
        texts(product, ("name", "description"), where)
        check(descriptions[product["description_id"]] == 1, f"{where}: description used twice")
        check(max(len(product["name_id"]), len(product["name_en"])) <= NAME_MAX, f"{where}: name too long")
        check(max(len(product["description_id"]), len(product["description_en"])) <= DESCRIPTION_MAX, f"{where}: text too long")
        check(product["status"] in STATUSES and product["transport_class"] in TRANSPORT[kind], f"{where}: status or transport")
        check((kind == "food") == ("shelf_life_days" in product), f"{where}: shelf life")
        check(kind != "experience" or not shop["offers_courier"], f"{where}: a visit cannot be sent")
        check(len(product["photos"]) <= PHOTOS_MAX and all(photo in photos for photo in product["photos"]), f"{where}: photos")
        check_attributes(product, kind, attributes, where)
        variants = product["variant"]
        names = [variant["name"] for variant in variants]
        check(1 <= len(variants) <= VARIANTS_MAX and len(set(names)) == len(names), f"{where}: variants")
        check(len(variants) == 1 or all(names), f"{where}: nameless variant")
        for variant in variants:
            check(variant["price_rupiah"] > 0 and variant["stock"] >= 0, f"{where}: price or stock")
            check(0 < variant["weight_g"] <= WEIGHT_MAX_G, f"{where}: weight")


def main():
    sentra = load(REFERENCE / "sentra.toml")["sentra"]
    goods = load(REFERENCE / "categories.toml")
    shipping = load(REFERENCE / "shipping.toml")
    regions, test_regions = read_regions("regions.csv.gz"), read_regions("regions-test.csv.gz")
    shops, products = load(DEMO / "shops.toml")["shop"], load(DEMO / "products.toml")["product"]
    with (DEMO / "photos" / "manifest.csv").open(encoding="utf-8", newline="") as file:
        manifest = {row["file"]: row for row in csv.DictReader(file)}
    for name, row in manifest.items():
        check((DEMO / "photos" / name).is_file() and row["alt_id"] and row["alt_en"], f"photo {name}")

    check_reference(sentra, goods["category"], goods["attribute"], shipping, regions, test_regions)
    check_shops(shops, [row["slug"] for row in sentra], regions)
    check_products(products, shops, goods["category"], goods["attribute"], manifest)

    for mistake in mistakes:
        print(mistake, file=sys.stderr)
    unused = sorted(set(manifest) - {photo for product in products for photo in product["photos"]})
    print(f"{len(regions)} regions ({len(test_regions)} for tests), {len(shops)} shops, {len(products)} products,")
    print(f"{sum(bool(product['photos']) for product in products)} with photos; photos of no product: {', '.join(unused)}")
    print("states:", dict(Counter(product["status"] for product in products)))
    sys.exit(1 if mistakes else 0)


if __name__ == "__main__":
    main()
