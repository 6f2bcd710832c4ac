// Goods that are made when they are ordered: how many a week, and the day that is promised.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addToCart, press, signedIn } from "./support/people.js";
import { addPhotos, begin, describe as fillIn, errorAt, field } from "./support/products.js";
import { everywhere, launch, unique, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const main = (page) => page.locator("main").innerText();
const inDays = (days) =>
  new Intl.DateTimeFormat("id-ID", { timeZone: "Asia/Jakarta", day: "numeric", month: "long" }).format(Date.now() + days * 86_400_000);

const leave = async (...people) => {
  for (const { context, complaints } of people) {
    assert.deepEqual(complaints, []);
    await context.close();
  }
};

// A pot in two sizes that is made in ten days once it is ordered, one small one and five large ones a week; on sale.
const publish = async (artisan, curator) => {
  const { page } = artisan;
  const name = `Pot pesanan ${unique()}`;
  await begin(page, { name, category: "pot" });
  await addPhotos(page, ["vas-mini-seladon-1.jpg"]);
  await page.getByLabel("Dibuat sesuai pesanan, tanpa stok").check();
  await field(page, "lead_time_days").fill("10");
  await press(page, "Simpan");
  await fillIn(page);
  await press(page, "Simpan");
  assert.match(await main(page), /Minggu yang penuh memundurkan tanggal janji/);
  await field(page, "capacity[0].per_week").fill("banyak");
  await field(page, "capacity[1].per_week").fill("5");
  await press(page, "Simpan");
  assert.match(await errorAt(page, "capacity[0].per_week").innerText(), /Isi angka 0 sampai/);
  await field(page, "capacity[0].per_week").fill("1");
  await press(page, "Ajukan produk");
  await page.getByText("Produk diajukan. Kurator akan memeriksanya.").waitFor();
  assert.deepEqual([await field(page, "capacity[0].per_week").inputValue(), await field(page, "capacity[1].per_week").inputValue()], ["1", "5"]);
  const editor = page.url().split("?")[0];
  await curator.page.goto(`${url}/kurasi/antrean`);
  await curator.page.locator("main").getByRole("link", { name, exact: true }).click();
  await press(curator.page, "Setujui dan tayangkan");
  await page.goto(editor);
  await page.getByRole("link", { name: "Lihat di toko" }).click();
  await page.waitForURL(/\/produk\/[\w-]+$/);
  return { editor, slug: new URL(page.url()).pathname.split("/").pop() };
};

// What the page of the product says of that size.
const promise = async (page, slug, size) => {
  await page.goto(`${url}/produk/${slug}`);
  await page.locator(".variant", { hasText: size }).first().click();
  await page.getByText(/Dibuat setelah dipesan/).first().waitFor();
  return main(page);
};

everywhere((options) => {
  test("a full week moves the promised day of what is made to order", async () => {
    const artisan = await signedIn(browser, "perajin.dinoyo@contoh.test", options);
    const curator = await signedIn(browser, "kurator@contoh.test", options);
    const { editor, slug } = await publish(artisan, curator);
    const soon = new RegExp(`10 hari, selesai sekitar ${inDays(10)}`);
    assert.match(await promise(artisan.page, slug, "Kecil"), soon);

    const buyer = await visitor(browser, options);
    await addToCart(buyer.page, slug, "Kecil");
    await buyer.page.goto(`${url}/checkout`);
    await buyer.page.getByLabel("Nama penerima").fill("Ratna Dewi");
    await buyer.page.getByLabel("Nomor HP").fill("0812-3456-7890");
    await buyer.page.locator("[name=delivery-sri-kobalt][value=pickup]").check();
    await buyer.page.locator("[name=payment-sri-kobalt][value=transfer]").check();
    await press(buyer.page, /Hitung ulang total|Lihat total/);
    await press(buyer.page, /^Buat pesanan/);
    await buyer.page.waitForURL(/\/pesanan\//);

    const later = await promise(artisan.page, slug, "Kecil");
    assert.match(later, /Minggu-minggu terdekat sudah penuh, selesai sekitar \d/);
    assert.doesNotMatch(later, soon);
    assert.match(await promise(artisan.page, slug, "Besar"), soon, "the other size has room");

    await artisan.page.goto(editor);
    await field(artisan.page, "capacity[0].per_week").fill("0");
    await press(artisan.page, "Simpan");
    assert.match(await errorAt(artisan.page, "capacity[0].per_week").innerText(), /\S/, "more is promised already");
    await leave(artisan, curator, buyer);
  });
});
