// Paying a producer directly: by transfer with a photo of the proof, and by QRIS; with JavaScript and without.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { order, showProof } from "./support/paying.js";
import { signedIn } from "./support/people.js";
import { desk, launch, phone, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

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
