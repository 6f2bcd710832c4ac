// Lots of food: an artisan makes one, a buyer buys of it, it is called back, and the buyer is told.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { linkMailedTo } from "./support/mail.js";
import { addToCart, press, signedIn } from "./support/people.js";
import { everywhere, launch, unique, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// Goods of the artisan of Sanan, and the sort that is bought.
const goods = { slug: "keripik-tempe-keju", sort: "100 g" };

const leave = async ({ context, complaints }) => {
  assert.deepEqual(complaints, []);
  await context.close();
};

const main = (page) => page.locator("main").innerText();
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

// Makes a lot that spoils before every other of the sort, so that it is sold first.
const make = async (page, code) => {
  await page.goto(`${url}/jual/lot`);
  const entry = page.locator("[name=variant] option", { hasText: "keju" }).filter({ hasText: goods.sort });
  await page.locator("[name=variant]").selectOption(await entry.first().getAttribute("value"));
  await page.locator("[name=code]").fill("x");
  await press(page, "Buat lot");
  assert.equal(await page.getByRole("alert").getByRole("listitem").count(), 2, "code and pieces");
  await page.locator("[name=code]").fill(code);
  await page.locator("[name=on_hand]").fill("4");
  await page.locator("[name=best_before]").fill(inDays(25));
  await press(page, "Buat lot");
  await page.getByText("Lot dibuat.").waitFor();
  assert.equal(new URL(page.url()).pathname, `/jual/lot/${code}`);
  assert.match(await main(page), /Belum ada pesanan dari lot ini/);
};

// Buys one piece, fetched and paid in cash; what the cart holds is said on the way. The order's number.
const buy = async (page, email) => {
  await addToCart(page, goods.slug, goods.sort);
  await page.goto(`${url}/keranjang`);
  await press(page, "Lanjut ke pembayaran");
  assert.equal(new URL(page.url()).pathname, "/checkout");
  assert.match(await main(page), /kami simpan untuk Anda sampai/);
  await page.getByLabel("Nama penerima").fill("Ratna Dewi");
  await page.getByLabel(/Nomor HP/).fill("0812-3456-7890");
  await page.locator("[name='buyer.email']").fill(email);
  await page.locator("[name^=delivery-][value=pickup]").check();
  await page.locator("[name^=payment-][value=cod]").check();
  await press(page, /Hitung ulang total|Lihat total/);
  await press(page, /^Buat pesanan/);
  await page.waitForURL(/\/pesanan\//);
  return (await main(page)).match(/\bS-\d{6}-\w+/)[0];
};

everywhere((options) => {
  test("a lot is made, sold from, called back, and its buyer is told", async () => {
    const id = unique().toString().toUpperCase().replace(/[^A-Z0-9]/g, "");
    const [code, email] = [`UJI-${id}`, `lot-${id.toLowerCase()}@contoh.test`];
    const artisan = await signedIn(browser, "perajin.sanan@contoh.test", options);
    await make(artisan.page, code);
    const buyer = await visitor(browser, options);
    const number = await buy(buyer.page, email);
    assert.match(await main(buyer.page), new RegExp(code), "the order names its lot");

    await artisan.page.goto(`${url}/jual/lot/${code}`);
    assert.match(await main(artisan.page), new RegExp(number), "the lot knows its order");
    await artisan.page.getByText("Tarik lot ini").click();
    await press(artisan.page, "Tarik dan kabari pembeli");
    assert.match(await artisan.page.getByRole("alert").innerText(), /Alasan belum diisi/);
    await artisan.page.locator("#lot-tarik [name=reason]").fill("Ada serpihan plastik di dalam kemasan");
    await press(artisan.page, "Tarik dan kabari pembeli");
    await artisan.page.getByText("Lot ditarik dan pembelinya dikabari.").waitFor();

    // The first mail told of the order itself.
    const path = await linkMailedTo(email, "/pesanan/", 2);
    await buyer.page.goto(`${url}${path}`);
    assert.match(await main(buyer.page), /Ditarik/);
    await buyer.page.getByRole("link", { name: code }).first().click();
    await buyer.page.waitForURL(/\/lot\//);
    assert.match(await main(buyer.page), /Ditarik pada[\s\S]*Ada serpihan plastik di dalam kemasan/);
    await leave(buyer);
    await leave(artisan);
  });
});
