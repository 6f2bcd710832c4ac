// The product page: requirements 14 to 30, each by its number, but for the reviews (28), which have tests of their own.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addToCart, signedIn } from "./support/people.js";
import { everywhere, launch, phone, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// Each is there in every demo: glazed pots with a photo of most colours, chips with wholesale prices, a tested cup, a big jar.
const pots = "pot-kaktus-lima-glasir";
const chips = "keripik-tempe-original";
const cup = "cangkir-lepek-krem";
const jar = "guci-kaligrafi-100-cm";

const open = (page, slug) => page.goto(`${url}/produk/${slug}`);
const main = (page) => page.locator("main").innerText();
const leave = async ({ context, complaints }) => {
  assert.deepEqual(complaints, []);
  await context.close();
};
const withVisitor = (options, body) => async () => {
  const person = await visitor(browser, options);
  await body(person);
  await leave(person);
};

everywhere((options) => {
  const isPhone = options.viewport === phone;
  const check = (name, body) => test(name, withVisitor(options, body));

  check("14 a field suggests while somebody types, and works without that", async ({ page }) => {
    await page.goto(`${url}/produk`);
    const field = page.locator("main input[name=q], header input[name=q]").filter({ visible: true }).first();
    await field.click();
    await field.fill("kerip");
    if (options.javaScriptEnabled) await page.getByRole("option").first().waitFor();
    await field.press("Enter");
    await page.waitForURL(/q=kerip/);
    assert.match(await page.locator("#hasil .card__name").first().innerText(), /keripik/i);
  });

  check("15 the order of a list is named in words", async ({ page }) => {
    await page.goto(`${url}/produk?urut=price_asc`);
    assert.match(await page.locator(".menu summary").innerText(), /Harga terendah/);
  });

  check("16 what is sold out comes last and says so", async ({ page }) => {
    await page.goto(`${url}/toko/sri-kobalt`);
    const states = await page.locator("#produk .card").evaluateAll((cards) => cards.map((card) => card.classList.contains("is-sold")));
    assert.deepEqual(states, [...states].sort(), "first those that can be bought");
  });

  check("17 thumbnails lead to their photos, the strip can be swiped, and each photo opens at twice its size", async ({ page }) => {
    await open(page, pots);
    const [photos, thumbs] = [page.locator(".gallery__strip > li"), page.locator(".gallery__thumbs a")];
    assert.equal(await thumbs.count(), await photos.count());
    assert.ok((await photos.count()) > 2);
    await thumbs.nth(1).click();
    await page.waitForFunction(() => document.querySelector(".gallery__strip").scrollLeft > 50);
    const scrolls = await page.locator(".gallery__strip").evaluate((strip) => getComputedStyle(strip).scrollSnapType);
    assert.match(scrolls, /x mandatory/);
    const zoom = photos.nth(1).locator("a");
    assert.match(await zoom.getAttribute("aria-label"), /erbesar/);
    const shown = (await photos.nth(1).boundingBox()).width;
    await zoom.click();
    await page.waitForURL(/#perbesar-2$/);
    const large = page.locator("#perbesar-2 img");
    await large.waitFor();
    const { width } = await large.boundingBox();
    assert.ok(width >= 2 * shown, `${width} pixels for ${shown}`);
    await page.goBack();
    await large.waitFor({ state: "hidden" });
  });

  check("18 a seller is asked for a photo beside something known before anything is published", async ({ context, page: start }) => {
    await start.close();
    const seller = await signedIn(browser, "perajin.dinoyo@contoh.test", options);
    await seller.page.goto(`${url}/jual/produk`);
    await seller.page.locator('main a[href*="/jual/produk/prd_"]').first().click();
    assert.match(await main(seller.page), /benda pembanding/);
    await leave(seller);
    assert.ok(context);
  });

  check("19 price, stock, shipping and arrival are on the first screen", async ({ page }) => {
    for (const slug of [cup, chips]) {
      await open(page, slug);
      const bar = page.locator(".buy-bar");
      const end = isPhone ? (await bar.boundingBox()).y : options.viewport.height;
      for (const part of [page.locator(".price__now"), page.locator(".promise li").nth(0), page.locator(".promise li").nth(1)]) {
        const box = await part.boundingBox();
        assert.ok(box.y + box.height <= end, `${slug}: ${await part.innerText()}`);
      }
      assert.match(await page.locator(".promise").innerText(), /Ongkir mulai Rp\d[\d.]*, tiba paling cepat \d/);
    }
  });

  check("20 the bar of a phone hides nothing that has the focus", async ({ page }) => {
    await open(page, cup);
    for (let turn = 0; turn < 45; turn += 1) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(() => {
        const bar = document.querySelector(".buy-bar")?.getBoundingClientRect();
        const focused = document.activeElement;
        if (!bar?.height || !focused || focused.closest(".buy-bar") || focused === document.body) return null;
        const box = focused.getBoundingClientRect();
        return box.height > 0 && box.bottom > bar.top + 1 && box.top < bar.bottom && box.height < bar.top ? focused.outerHTML : null;
      });
      assert.equal(hidden, null);
    }
  });

  check("21 the chat carries the product's name and address", async ({ page }) => {
    await open(page, cup);
    const chat = page.locator('a[href^="https://wa.me/"]').filter({ visible: true }).first();
    const text = new URL(await chat.getAttribute("href")).searchParams.get("text");
    assert.match(text, /Cangkir dan lepek krem/);
    assert.match(text, new RegExp(`/produk/${cup}`));
  });

  check("22 a variant changes photo, price, stock and address, and none is taken silently", async ({ page }) => {
    await open(page, pots);
    assert.equal(await page.locator(".variant[aria-current]").count(), 0);
    const first = () => page.locator(".gallery__strip img").first().getAttribute("alt");
    const before = await first();
    await page.locator(".variant", { hasText: "Pirus" }).click();
    await page.waitForURL(/varian=var_/);
    assert.match(await first(), /pirus/i);
    assert.notEqual(await first(), before);
    const one = await page.locator(".price__now").innerText();
    await page.locator(".variant", { hasText: "Set 5 warna" }).click();
    await page.waitForFunction((price) => document.querySelector(".price__now").innerText !== price, one);
    assert.match(await first(), /Lima pot/);
    await open(page, "vas-silinder-biru-20-cm");
    await page.locator(".variant", { hasText: "Hitam" }).click();
    await page.waitForURL(/varian=var_/);
    assert.match(await page.locator(".promise").innerText(), /habis/i);
  });

  check("23 what it costs to bring it to a place, and when it arrives, is three taps away", async ({ page }) => {
    await open(page, chips);
    await page.getByText("Ongkir dan tanggal tiba ke tempat Anda").click();
    await page.getByLabel("Kelurahan, kecamatan, atau kode pos").fill("Lowokwaru");
    await page.locator("#ongkir button").click();
    await page.waitForURL(/ke=Lowokwaru/);
    await page.locator(".estimate__hits a").first().click();
    await page.waitForURL(/wilayah=/);
    const table = await page.locator("#ongkir table").innerText();
    assert.match(table, /Rp8\.000/);
    assert.match(table, /Tiba \d/);
    assert.match(await page.locator(".promise").innerText(), /Ke \S.* Rp[\d.]+, tiba \d/, "the answer stands beside the price");
    await page.locator(".variant", { hasText: "500 g" }).click();
    await page.waitForURL(/varian=var_.*wilayah=|wilayah=.*varian=var_/);
    await page.goto(`${url}/produk/tempe-daun-250-g?ke=Abepura#ongkir`);
    const far = page.locator(".estimate__hits a").first();
    if (await far.count()) {
      await far.click();
      await page.waitForURL(/wilayah=/);
    }
    assert.match(await page.locator("#ongkir").innerText(), /Belum dapat dikirim ke sana|tidak dikirim sejauh itu/);
    await page.goto(`${url}/produk/${chips}?ke=Xyzzyqwrtp#ongkir`);
    assert.match(await page.locator("#ongkir").innerText(), /Xyzzyqwrtp/, "what is not found is said with what was typed");
  });

  check("24 the maker has a sign, a place, years and other works", async ({ page }) => {
    await open(page, cup);
    const card = page.locator(".maker-card");
    assert.equal(await card.locator(".sign").count(), 1);
    assert.match(await card.innerText(), /Dinoyo, sejak \d{4}/);
    await page.getByRole("heading", { name: /Karya lain Tanah Liat Lowok/ }).waitFor();
    await page.getByRole("heading", { name: "Dari perajin lain" }).waitFor();
    const others = page.locator("section", { has: page.getByRole("heading", { name: "Dari perajin lain" }) });
    assert.doesNotMatch(await others.locator(".shelf").innerText(), /Tanah Liat Lowok/);
    await card.getByRole("link", { name: "Kunjungi toko" }).click();
    await page.waitForURL(/\/toko\/tanah-liat-lowok/);
  });

  check("25 the way it is made is told in steps", async ({ page }) => {
    for (const [slug, step] of [[cup, "Tungku"], [chips, "Wajan"], ["tempe-daun-250-g", "Ragi"]]) {
      await open(page, slug);
      assert.equal(await page.locator("#proses li").count(), 4, slug);
      assert.match(await page.locator("#proses").innerText(), new RegExp(step));
    }
  });

  check("26 what food is made of is text", async ({ page }) => {
    await open(page, chips);
    const facts = await page.locator("dl.facts").last().innerText();
    for (const fact of [/Komposisi/, /Alergen/, /Masa simpan/, /Baik sebelum/]) assert.match(await main(page), fact);
    assert.ok(facts.length > 100);
  });

  check("27 what is made to order promises a day", async ({ page }) => {
    await open(page, jar);
    assert.match(await page.locator(".promise").innerText(), /\d{1,2} [A-Z][a-z]+ \d{4}/);
  });

  check("29 the rule of returns is one tap away", async ({ page }) => {
    await open(page, cup);
    await page.getByText("Rusak atau tidak sesuai?").click();
    await page.getByText(/paling lambat 3 hari kerja/).waitFor();
    await page.getByRole("link", { name: "Aturan lengkapnya" }).click();
    await page.waitForURL(/\/syarat#cancel/);
  });

  check("30 the page says to machines what it says to people", async ({ page }) => {
    await open(page, cup);
    const things = await page.locator('script[type="application/ld+json"]').evaluateAll((scripts) => scripts.map((script) => JSON.parse(script.textContent)));
    const product = things.find((thing) => thing["@type"] === "Product");
    assert.equal(product.name, "Cangkir dan lepek krem");
    assert.equal(product.offers[0].price, 38_000);
    assert.equal(product.offers[0].priceCurrency, "IDR");
    assert.match(product.offers[0].availability, /InStock/);
    const picture = await page.locator('meta[property="og:image"]').getAttribute("content");
    assert.equal((await page.request.get(picture)).status(), 200);
  });

  check("a badge opens to its evidence, and lists are filtered by it", async ({ page }) => {
    await open(page, cup);
    const badge = page.locator('details[data-kind="food_contact_test"]');
    await badge.locator("summary").click();
    const evidence = await badge.innerText();
    for (const fact of [/LAB-0412\/2026/, /Penerbit/, /Diperiksa kurator/, /Berlaku sampai/]) assert.match(evidence, fact);
    await page.goto(`${url}/produk?sertifikat=food_contact_test`);
    assert.deepEqual(await page.locator("#hasil .card__name").allInnerTexts(), ["Cangkir dan lepek krem"]);
    assert.match(await page.locator("#hasil .card").innerText(), /Aman untuk makanan/);
    if (isPhone) await page.locator('a[href="#saring"]').click();
    const count = page.locator('#saring label:has(input[name="sertifikat"][value="food_contact_test"]) .check__count');
    assert.equal(await count.innerText(), "1");
    await page.goto(`${url}/toko/dapur-nayla`);
    await page.locator('details[data-kind="halal"] summary').click();
    await page.getByText("ID352026000000137").first().waitFor();
  });

  check("prices by quantity are on the page, in the cart and in its total", async ({ page }) => {
    await open(page, chips);
    await page.locator(".variant", { hasText: "100 g" }).click();
    await page.waitForURL(/varian=var_/);
    assert.match(await page.locator("#grosir").innerText(), /20 atau lebih\s+Rp9\.000/);
    await addToCart(page, chips, "100 g");
    await page.goto(`${url}/keranjang`);
    const total = async () => Number((await page.locator("aside .sums__total dd").innerText()).replace(/\D/g, ""));
    const one = await total();
    const field = page.locator(".line__change input[name=quantity]").filter({ visible: true }).first();
    await field.fill("20");
    const answered = page.waitForEvent("load");
    await field.press("Enter");
    await answered;
    assert.equal(await total(), 20 * 9_000);
    assert.equal(one, 10_000);
    assert.match(await page.locator(".line").first().innerText(), /20 × Rp9\.000[\s\S]*Harga grosir/);
  });
});
