// Paying a producer directly: by transfer with a photo of the proof, and by QRIS; with JavaScript and without.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { addToCart, signedIn } from "./support/people.js";
import { desk, launch, phone, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const photo = join(import.meta.dirname, "../server/data/demo/logos/logo-sk-biru-kobalt.png");
const number = /\bS-\d{6}-\w+/;

// A vase, fetched at the sentra and paid that way; on its order page then.
const order = async (page, payment) => {
  await addToCart(page, "vas-silinder-biru-20-cm", "Biru kobalt");
  await page.goto(`${url}/checkout`);
  await page.getByLabel("Nama penerima").fill("Ratna Dewi");
  await page.getByLabel(/Nomor HP/).fill("0812-3456-7890");
  await page.locator("[name=delivery-sri-kobalt][value=pickup]").check();
  await page.locator(`[name=payment-sri-kobalt][value=${payment}]`).check();
  await page.getByRole("button", { name: "Hitung ulang total" }).click();
  await page.getByRole("button", { name: /Buat pesanan/ }).filter({ visible: true }).first().click();
  await page.waitForURL(/\/pesanan\//);
  return (await page.locator("main").textContent()).match(number)[0];
};

const showProof = async (page) => {
  await page.locator("#photo").setInputFiles(photo);
  await page.getByLabel("Catatan untuk penjual").fill("Dari rekening suami");
  await page.getByRole("button", { name: "Kirim bukti bayar" }).click();
  await page.getByText("Bukti bayar terkirim.").waitFor();
  assert.match(await page.getByRole("heading", { level: 1 }).textContent(), /sedang diperiksa/);
};

for (const [name, options] of [["with JavaScript", { viewport: phone }], ["without JavaScript", { viewport: phone, javaScriptEnabled: false }]]) {
  describe(name, () => {
    test("a transfer with its proof is confirmed by the producer", async () => {
      const buyer = await visitor(browser, options);
      const made = await order(buyer.page, "transfer");
      await showProof(buyer.page);
      const seller = await signedIn(browser, "perajin.dinoyo@contoh.test", { viewport: desk });
      await seller.page.goto(`${url}/jual/pesanan/${made}`);
      const shown = await seller.page.locator(".proof-photo img").evaluate((img) => img.decode().then(() => img.naturalWidth));
      assert.ok(shown > 0, "the seller sees the photo");
      await seller.page.getByRole("button", { name: "Uang masuk, terima" }).click();
      await buyer.page.reload();
      assert.match(await buyer.page.getByRole("heading", { level: 1 }).textContent(), /menyiapkan/);
    });

    test("a QRIS code names payee and amount", async () => {
      const buyer = await visitor(browser, options);
      await order(buyer.page, "qris");
      const panel = buyer.page.getByRole("region", { name: "QRIS" });
      await panel.getByRole("img", { name: "Kode QRIS SRI KOBALT" }).waitFor();
      assert.match(await panel.textContent(), /SRI KOBALT.*NMID ID1099\d{9}.*Rp/s);
      await showProof(buyer.page);
    });
  });
}
