// An artisan brings a product to the shop: concept, photos, variants, stock, proposal; and changes one that is on sale.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { press, signedIn } from "./support/people.js";
import { addPhotos, begin, describe as fillIn, errorAt, field } from "./support/products.js";
import { desk, everywhere, launch, unique, url } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const artisan = (options) => signedIn(browser, "perajin.dinoyo@contoh.test", options);

const leave = async ({ context, complaints }) => {
  assert.deepEqual(complaints, []);
  await context.close();
};

// Products of the demo that no other test buys or changes; each is revised once.
const onSale = ["Mangkuk hias sulur biru", "Piring hias kawung", "Pot kaktus biru kobalt", "Tempat lilin krem"];

everywhere((options) => {
  test("a new product is described, counted and proposed", async () => {
    const person = await artisan(options);
    const { page } = person;
    const name = `Pot beranda ${unique()}`;
    await page.goto(`${url}/jual/produk`);
    await page.getByRole("link", { name: "Tambah produk" }).click();
    await begin(page, { name, category: "pot" });
    await addPhotos(page, ["tempat-lilin-krem-1.jpg", "vas-mini-seladon-1.jpg"]);
    await fillIn(page);
    await press(page, "Simpan");
    await page.getByText("Perubahan tersimpan.").waitFor();
    assert.equal(await page.getByLabel("Kecil · Jumlah di rak").inputValue(), "6");
    assert.equal(await page.getByLabel("Besar · Jumlah di rak").inputValue(), "3");
    await page.getByLabel("Besar · Jumlah di rak").fill("8");
    await press(page, "Ajukan produk");
    await page.getByText("Produk diajukan. Kurator akan memeriksanya.").waitFor();
    assert.equal(await page.getByLabel("Besar · Jumlah di rak").inputValue(), "8");
    await page.goto(`${url}/jual/produk?tab=kurasi`);
    const row = page.getByRole("row").filter({ hasText: name });
    assert.match(await row.innerText(), /Menunggu kurasi/);
    assert.match(await row.innerText(), /14/, "six small and eight large pots");
    await leave(person);
  });

  test("what cannot be saved is shown again, with the reason at its field", async () => {
    const person = await artisan(options);
    const { page } = person;
    await begin(page, { name: `Pot meja ${unique()}`, category: "pot" });
    await fillIn(page);
    await field(page, "variants[0].price").fill("murah");
    await field(page, "variants[1].weight_g").fill("0");
    await press(page, "Simpan");
    const summary = page.getByRole("alert");
    assert.equal(await summary.getByRole("listitem").count(), 2);
    assert.equal(await field(page, "variants[0].price").inputValue(), "murah");
    assert.match(await errorAt(page, "variants[0].price").innerText(), /Bukan angka|Harga tidak cocok/);
    assert.match(await errorAt(page, "variants[1].weight_g").innerText(), /Berat tidak cocok|Bukan angka/);
    assert.equal(await field(page, "variants[1].name").inputValue(), "Besar");
    assert.match(await field(page, "description").inputValue(), /^Dibentuk dengan tangan/);
    assert.ok(await field(page, "variants[1].weight_g").isVisible(), "the folded row is open where it is wrong");
    await leave(person);
  });

  test("buyers see the old words of a product on sale until the new ones are approved", async () => {
    const person = await artisan(options);
    const { page } = person;
    const [old, addition] = [onSale.pop(), unique()];
    await page.goto(`${url}/jual/produk?tab=dijual`);
    await page.getByRole("link", { name: old }).first().click();
    await field(page, "name").fill(`${old} ${addition}`);
    await press(page, "Simpan");
    await page.getByText("Ada perubahan yang belum diajukan").waitFor();
    await press(page, "Ajukan produk");
    await page.getByText("Produk diajukan. Kurator akan memeriksanya.").waitFor();
    await page.getByRole("link", { name: "Lihat di toko" }).click();
    await page.waitForURL(/\/produk\/[\w-]+$/);
    assert.equal((await page.locator("main h1").textContent()).includes(addition), false);
    await leave(person);
  });

  // The rest does not depend on the size of the screen.
  if (options.viewport === desk) return;

  test("a product without photo and price cannot be proposed", async () => {
    const person = await artisan(options);
    const { page } = person;
    await begin(page, { name: `Pot kosong ${unique()}`, category: "pot" });
    await press(page, "Ajukan produk");
    const reasons = await page.getByRole("alert").innerText();
    assert.match(reasons, /Belum ada foto/);
    assert.match(reasons, /Keterangan belum diisi/);
    assert.match(reasons, /Harga belum diisi/);
    assert.match(await page.locator("main").innerText(), /Konsep/);
    await leave(person);
  });
});
