// Every public page, checked by axe against WCAG 2.1 AA, in both languages.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { addToCart } from "./support/people.js";
import { launch, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const paths = [
  "/",
  "/produk",
  "/produk?q=tidakadabarangini",
  "/produk/vas-silinder-biru-20-cm",
  "/produk/keripik-tempe-daun-jeruk",
  "/sentra/dinoyo",
  "/sentra/sanan",
  "/toko/rumah-tempe",
  "/keranjang",
  "/checkout",
  "/pesanan",
  "/masuk",
  "/daftar",
  "/lupa-sandi",
  "/syarat",
  "/privasi",
  "/bantuan",
  "/halaman-yang-tidak-ada",
];

// What axe found, a line each, short enough to read in a report.
const violations = async (page) => {
  const { violations: found } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 4).join(" | ")}`);
};

for (const [language, prefix] of [["Indonesian", ""], ["English", "/en"]]) {
  test(`axe finds nothing on the public pages in ${language}`, async () => {
    const { page, context } = await visitor(browser);
    await addToCart(page, "vas-silinder-biru-20-cm", "Biru kobalt");
    const found = {};
    for (const path of paths) {
      await page.goto(`${url}${prefix}${path}`, { waitUntil: "load" });
      const here = await violations(page);
      if (here.length > 0) found[path] = here;
    }
    assert.deepEqual(found, {});
    await context.close();
  });
}

test("no public page scrolls sideways at 200 % zoom of a small phone", async () => {
  const { page, context } = await visitor(browser);
  await addToCart(page, "vas-silinder-biru-20-cm", "Biru kobalt");
  await page.setViewportSize({ width: 180, height: 320 });
  const found = {};
  for (const path of paths) {
    await page.goto(`${url}${path}`, { waitUntil: "load" });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (beyond > 0) found[path] = beyond;
  }
  assert.deepEqual(found, {}, "pixels beyond the right edge");
  await context.close();
});
