// Paying by card on the page of a Stripe of our own: paid and given back, and not paid in time; with JavaScript and without.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { order } from "./support/paying.js";
import { press, signedIn } from "./support/people.js";
import { desk, launch, phone, url, visitor } from "./support/shop.js";

const stripe = process.env.STRIPE_URL;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// Jobs do their work by themselves, so a page may need a moment.
const reloadUntil = async (page, found) => {
  const patience = Date.now() + 30_000;
  while (!(await found())) {
    assert.ok(Date.now() < patience, `nothing changed: ${await page.locator("main").textContent()}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await page.reload();
  }
};

const headline = (page) => page.getByRole("heading", { level: 1 }).textContent();

for (const [name, options] of [["with JavaScript", { viewport: phone }], ["without JavaScript", { viewport: phone, javaScriptEnabled: false }]]) {
  describe(name, () => {
    test("a card is charged at Stripe, and given back when the producer refuses", async () => {
      const { page } = await visitor(browser, options);
      const number = await order(page, "stripe");
      const panel = page.getByRole("region", { name: "Kartu" });
      assert.match(await panel.textContent(), /Jumlah yang dibayar.*Rp/s);
      await panel.getByRole("link", { name: "Bayar dengan kartu" }).click();
      await page.waitForURL(`${stripe}/**`);
      await page.locator("#pay").click();
      await page.waitForURL(`${url}/pesanan/**`);
      assert.match(await headline(page), /Menunggu .* menerima pesanan/);
      assert.equal(await page.getByRole("region", { name: "Kartu" }).count(), 0, "nothing is left to pay");

      const seller = await signedIn(browser, "perajin.dinoyo@contoh.test", { viewport: desk });
      await seller.page.goto(`${url}/jual/pesanan/${number}`);
      assert.equal(await seller.page.getByRole("button", { name: "Uang masuk, terima" }).count(), 0, "Stripe says so, nobody else");
      await seller.page.locator("summary", { hasText: "Tolak pesanan" }).click();
      await seller.page.locator("#reason").fill("Tungku sedang diperbaiki");
      await press(seller.page, "Tolak pesanan ini");
      await page.reload();
      await reloadUntil(page, async () => /Diterima/.test(await page.locator("main").textContent()));
      assert.match(await page.locator("main").textContent(), /Pengembalian uang[\s\S]*Lewat penyedia pembayaran/);
      assert.match(await headline(page), /dibatalkan/);
    });

    test("an order that nobody pays ends with its page at Stripe", async () => {
      const { page } = await visitor(browser, options);
      await order(page, "stripe");
      const link = page.getByRole("region", { name: "Kartu" }).getByRole("link", { name: "Bayar dengan kartu" });
      const session = new URL(await link.getAttribute("href")).pathname.split("/").pop();
      const ended = await fetch(`${stripe}/fake/sessions/${session}/expire`, { method: "POST" });
      assert.equal(ended.status, 204);
      await reloadUntil(page, async () => /Waktu membayar sudah habis/.test(await headline(page)));
      assert.equal(await page.getByRole("link", { name: "Bayar dengan kartu" }).count(), 0);
    });
  });
}
