"""Orders something of every shop by QRIS and has an independent reader check each payload: qris.py ADDRESS"""

import json
import sys
import urllib.request
import uuid

import qriskit

API = sys.argv[1] + "/api/v1"


def call(path, body=None):
    headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(API + path, data, headers)) as answer:
        return json.load(answer)


def pages(path):
    cursor = None
    while True:
        page = call(path + (f"&cursor={cursor}" if cursor else ""))
        yield from page["items"]
        cursor = page["next"]
        if cursor is None:
            return


def first_in_stock():
    """The first product of each shop that can be bought now."""
    found = {}
    for item in pages("/products?limit=100"):
        if item["in_stock"]:
            found.setdefault(item["shop"]["slug"], item["slug"])
    return found


def order(shop, product):
    """An order of one piece, fetched at the sentra; nothing where the shop hands nothing over there."""
    variants = call(f"/products/{product}")["variants"]
    variant = next(variant for variant in variants if variant["available"] != 0)
    item = {"variant": variant["id"], "quantity": 1}
    [quote] = call("/shipping-quotes", {"items": [item], "region": None})["shops"]
    if not any(option["method"] == "pickup" for option in quote["options"]):
        return None
    body = {
        "items": [item],
        "buyer": {"name": "Ratna Dewi", "phone": "081234567890", "email": None},
        "address": None,
        "deliveries": [{"shop": shop, "method": "pickup", "service": None, "payment": None}],
        "payment": "qris",
        "expected_total": variant["price"],
        "locale": "id",
    }
    return call("/checkouts", body)["orders"][0]


checked = 0
for shop, product in first_in_stock().items():
    placed = order(shop, product)
    if placed is None:
        continue
    payload = placed["payment"]["qris_payload"]
    issues = qriskit.validate(payload)
    assert not issues, f"{shop}: {issues} in {payload}"
    code = qriskit.parse(payload)
    assert str(code) == payload, f"{shop}: read as {code}"
    assert f"54{len(str(placed['total'])):02}{placed['total']}" in payload, f"{shop}: another amount in {payload}"
    assert placed["number"] in payload, f"{shop}: another reference in {payload}"
    checked += 1
assert checked > 0, "no shop could be paid by QRIS"
print(f"{checked} QRIS payloads accepted")
