// What a shopper meets beside the straight way: searching, second thoughts, refusals, a price that moves, a second tap.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addToCart, press, signedIn } from "./support/people.js";
import { field } from "./support/products.js";
import { everywhere, launch, phone, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// One piece of this is never the last, however many tests buy it.
const keyring = { slug: "gantungan-kunci-lonceng", name: "Gantungan kunci lonceng", sort: "Biru" };

const leave = async ({ context, complaints }) => {
  assert.deepEqual(complaints, []);
  await context.close();
};

// The checkout of one keyring, to be fetched and paid in cash; its total is shown.
const checkout = async (page) => {
  await addToCart(page, keyring.slug, keyring.sort);
  await page.goto(`${url}/checkout`);
  await page.getByLabel("Nama penerima").fill("Ratna Dewi");
  await page.getByLabel("Nomor HP").fill("0812-3456-7890");
  await page.locator("[name=delivery-sri-kobalt][value=pickup]").check();
  await page.locator("[name=payment-sri-kobalt][value=cod]").check();
  await press(page, /Hitung ulang total|Lihat total/);
};

const order = (page) => press(page, /^Buat pesanan/);

for (const javaScriptEnabled of [true, false]) {
  const options = { viewport: phone, javaScriptEnabled };
  const script = `JavaScript ${javaScriptEnabled ? "on" : "off"}`;

  test(`a search finds, narrows and leads on when there is nothing, ${script}`, async () => {
    const person = await visitor(browser, options);
    const { page } = person;
    await page.goto(url);
    // By its name: it becomes a combobox once what suggests has come.
    const search = page.locator("input[name=q]").filter({ visible: true }).first();
    await search.fill("keripik tempe");
    await search.press("Enter");
    await page.waitForURL(/\/produk\?.*q=keripik/);
    assert.ok((await page.getByRole("main").getByText("Keripik tempe").count()) > 2);
    await page.goto(`${url}/produk?sentra=sanan`);
    const main = await page.getByRole("main").innerText();
    assert.ok(main.includes("Sanan") && !main.includes("Dinoyo · "), "only goods of Sanan");
    await page.goto(`${url}/produk?q=tidakadabarangini`);
    await page.getByRole("link", { name: "Hapus saringan" }).first().click();
    await page.waitForURL((address) => !address.search.includes("q="));
    await leave(person);
  });

  test(`a price that rises before the order is shown first and ordered only then, ${script}`, async () => {
    const buyer = await visitor(browser, options);
    await checkout(buyer.page);
    const artisan = await signedIn(browser, "perajin.dinoyo@contoh.test", { viewport: phone });
    await artisan.page.goto(`${url}/jual/produk`);
    await artisan.page.getByRole("link", { name: keyring.name }).first().click();
    const price = field(artisan.page, "variants[0].price");
    const before = Number((await price.inputValue()).replaceAll(/\D/g, ""));
    await price.fill(String(before + 500));
    await press(artisan.page, "Simpan");
    await order(buyer.page);
    await buyer.page.getByText(/Harga berubah, jumlahnya sekarang/).first().waitFor();
    assert.equal(await buyer.page.getByLabel("Nama penerima").inputValue(), "Ratna Dewi");
    await order(buyer.page);
    assert.match(buyer.page.url(), /\/pesanan\//);
    await price.fill(String(before));
    await press(artisan.page, "Simpan");
    await leave(artisan);
    await leave(buyer);
  });

  test(`going back and ordering again leads to the same order, ${script}`, async () => {
    const person = await visitor(browser, options);
    const { page } = person;
    await checkout(page);
    await order(page);
    const placed = page.url();
    assert.match(placed, /\/pesanan\//);
    await page.goBack();
    const again = page.getByRole("button", { name: /^Buat pesanan/ }).filter({ visible: true });
    // A browser that asks anew shows the empty cart instead of the page before.
    if ((await again.count()) > 0) {
      await order(page);
      assert.equal(page.url(), placed);
    } else {
      assert.match(await page.getByRole("main").innerText(), /Keranjang masih kosong/);
    }
    await leave(person);
  });

  test(`an order can be put in the cart again, ${script}`, async () => {
    const person = await visitor(browser, options);
    const { page } = person;
    await checkout(page);
    await order(page);
    const placed = page.url();
    for (const _ of ["first tap", "second tap"]) {
      await page.goto(placed);
      await press(page, "Pesan lagi");
      assert.equal(new URL(page.url()).pathname, "/keranjang");
      const text = await page.getByRole("main").innerText();
      assert.match(text, /masuk ke keranjang lagi/);
      assert.match(text, new RegExp(keyring.name));
      assert.match(text, /^1 barang$/m);
    }
    await leave(person);
  });
}

test("two quick taps on the button make one order", async () => {
  const person = await visitor(browser, { viewport: phone });
  const { page } = person;
  await checkout(page);
  const sent = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  const answered = page.waitForURL(/\/pesanan\//);
  await page.getByRole("button", { name: /^Buat pesanan/ }).filter({ visible: true }).first().dblclick();
  await answered;
  assert.equal(sent.length, 1, "the button rests after the first tap");
  await leave(person);
});

everywhere((options) => {
  test("a line taken out of the cart comes back by undo", async () => {
    const person = await visitor(browser, options);
    const { page } = person;
    await addToCart(page, keyring.slug, keyring.sort);
    await page.goto(`${url}/keranjang`);
    await press(page, /Hapus/);
    await page.getByText("Keranjang masih kosong").waitFor();
    await press(page, "Urungkan");
    await page.getByRole("main").getByText(keyring.name).first().waitFor();
    await leave(person);
  });

  test("more than there is cannot be put in the cart, and the page says what is left", async () => {
    const person = await visitor(browser, options);
    const { page } = person;
    await addToCart(page, keyring.slug, keyring.sort);
    await page.goto(`${url}/keranjang`, { waitUntil: "networkidle" });
    const quantity = page.getByLabel(new RegExp(`^Jumlah ${keyring.name}`)).first();
    await quantity.fill("9999");
    await quantity.press("Enter");
    await page.getByText(/Stok tidak cukup, tersisa \d+/).first().waitFor();
    assert.equal(await quantity.inputValue(), "9999");
    await leave(person);
  });

  test("a refused checkout keeps what was typed and names each fault at its field", async () => {
    const person = await visitor(browser, options);
    const { page } = person;
    await checkout(page);
    await page.getByLabel("Nama penerima").fill("");
    await page.getByLabel("Nomor HP").fill("0812");
    await page.getByLabel("Email").fill("ratna@contoh.test");
    await order(page);
    const summary = page.getByRole("alert");
    assert.equal(await summary.getByRole("listitem").count(), 2);
    assert.equal(await page.getByLabel("Nomor HP").inputValue(), "0812");
    assert.equal(await page.getByLabel("Nomor HP").getAttribute("aria-invalid"), "true");
    assert.equal(await page.getByLabel("Email").inputValue(), "ratna@contoh.test");
    assert.ok(await page.locator("[name=delivery-sri-kobalt][value=pickup]").isChecked());
    await summary.getByRole("link").first().click();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "buyer.name");
    await leave(person);
  });
});
