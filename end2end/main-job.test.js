// From the shelf to the doorstep: a guest buys from both sentra in one cart, and each producer ships their own order.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addToCart, press, signedIn } from "./support/people.js";
import { desk, launch, phone, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const number = /\bS-\d{6}-\w+/;

// A guest's cart with a vase and tempe chips, ordered: the vase by courier against a transfer, the chips fetched for cash.
const order = async (page) => {
  await addToCart(page, "vas-silinder-biru-20-cm", "Biru kobalt");
  await addToCart(page, "keripik-tempe-daun-jeruk", "100 g");
  await page.goto(`${url}/keranjang`);
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Keranjang");
  await page.getByRole("button", { name: "Lanjut ke pembayaran" }).filter({ visible: true }).first().click();
  await page.getByLabel("Nama penerima").fill("Ratna Dewi");
  await page.getByLabel("Nomor HP").fill("0812-3456-7890");
  await page.getByLabel("Kelurahan atau kode pos").fill("ketintang");
  await page.getByRole("button", { name: "Cari", exact: true }).click();
  await page.getByText("Ketintang, Gayungan, Kota Surabaya").first().waitFor();
  await page.getByLabel("Alamat lengkap").fill("Jl. Ketintang Madya 15, RT 02 RW 03");
  await page.locator("[name=delivery-sri-kobalt][value^=courier]").first().check();
  await page.locator("[name=delivery-dapur-nayla][value=pickup]").check();
  await page.locator("[name=payment-sri-kobalt][value=transfer]").check();
  await page.locator("[name=payment-dapur-nayla][value=cod]").check();
  await page.getByRole("button", { name: /Hitung ulang total|Lihat total/ }).filter({ visible: true }).first().click();
  await page.getByRole("button", { name: /^Buat pesanan/ }).filter({ visible: true }).first().click();
  await page.waitForURL(/\/pesanan\//);
  assert.match(await page.getByRole("heading", { level: 1 }).textContent(), /2 pesanan dari satu belanja/);
};

// Opens each order of the group in turn: shop name to number and address.
const orders = async (page) => {
  const group = page.url();
  const links = await page.locator("main a[href*='/pesanan/']").evaluateAll((all) => all.map((link) => link.href));
  const found = new Map();
  for (const link of new Set(links)) {
    if (link === group) continue;
    await page.goto(link);
    const text = await page.locator("main").innerText();
    const [shop] = text.match(/Sri Kobalt|Dapur Nayla/);
    found.set(shop, { number: text.match(number)[0], link });
  }
  return found;
};

for (const [name, viewport] of [["phone", phone], ["desk", desk]]) {
  for (const javaScriptEnabled of [true, false]) {
    describe(`on a ${name}, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
      test("a guest buys from both sentra, and each producer hands over", async () => {
        const options = { viewport, javaScriptEnabled };
        const buyer = await visitor(browser, options);
        await order(buyer.page);
        const placed = await orders(buyer.page);
        assert.deepEqual([...placed.keys()].sort(), ["Dapur Nayla", "Sri Kobalt"]);

        const ceramist = await signedIn(browser, "perajin.dinoyo@contoh.test", options);
        const vase = placed.get("Sri Kobalt");
        await ceramist.page.goto(`${url}/jual/pesanan/${vase.number}`);
        await press(ceramist.page, "Uang masuk, terima");
        await press(ceramist.page, "Sudah siap dikirim");
        await ceramist.page.getByLabel("Nomor resi").fill("JNT0012345678");
        await press(ceramist.page, "Sudah dikirim");
        await buyer.page.goto(vase.link);
        assert.match(await buyer.page.getByRole("heading", { level: 1 }).textContent(), /dalam perjalanan/);
        assert.ok((await buyer.page.locator("main").innerText()).includes("JNT0012345678"));
        await press(buyer.page, "Pesanan diterima");
        assert.match(await buyer.page.getByRole("heading", { level: 1 }).textContent(), /sudah diterima/);

        const cook = await signedIn(browser, "perajin.sanan@contoh.test", options);
        const chips = placed.get("Dapur Nayla");
        await cook.page.goto(`${url}/jual/pesanan/${chips.number}`);
        await press(cook.page, "Terima pesanan");
        await press(cook.page, "Sudah siap diambil");
        await press(cook.page, /Diserahkan/);
        await buyer.page.goto(chips.link);
        assert.match(await buyer.page.getByRole("heading", { level: 1 }).textContent(), /sudah diterima/);

        // A producer never sees another's order.
        const foreign = await cook.page.goto(`${url}/jual/pesanan/${vase.number}`);
        assert.equal(foreign.status(), 404);
        for (const person of [buyer, ceramist, cook]) {
          assert.deepEqual(person.complaints.filter((line) => !line.includes("404")), []);
          await person.context.close();
        }
      });
    });
  }
}
