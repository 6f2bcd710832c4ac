// What an artisan proposes goes to the curator and back until it is on sale, and can be taken off again; each act leaves a trace.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addToCart, press, signedIn } from "./support/people.js";
import { addPhotos, begin, describe as fillIn } from "./support/products.js";
import { desk, everywhere, launch, unique, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// The artisan with a product that waits for the curator, and the curator with it on the table.
const proposed = async (options) => {
  const artisan = await signedIn(browser, "perajin.dinoyo@contoh.test", options);
  const name = `Pot kurasi ${unique()}`;
  await begin(artisan.page, { name, category: "pot" });
  const editor = artisan.page.url().split("?")[0];
  await addPhotos(artisan.page, ["vas-mini-seladon-1.jpg"]);
  await fillIn(artisan.page);
  await press(artisan.page, "Ajukan produk");
  const curator = await signedIn(browser, "kurator@contoh.test", options);
  await open(curator.page, name);
  return { artisan, curator, name, editor };
};

// From the queue to the product; what came last stands last.
const open = async (page, name) => {
  await page.goto(`${url}/kurasi/antrean`);
  await page.locator("main").getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
};

// What the trail says of a product, the newest first.
const trail = async (page, name) => {
  await page.goto(`${url}/kurasi/jejak`);
  return page.getByRole("row").filter({ hasText: name }).allInnerTexts();
};

const leave = async (...people) => {
  for (const { context, complaints } of people) {
    assert.deepEqual(complaints.filter((line) => !line.includes("404")), []);
    await context.close();
  }
};

everywhere((options) => {
  test("a product is sent back with a note, proposed again, published and bought", async () => {
    const { artisan, curator, name, editor } = await proposed(options);
    const photo = curator.page.locator(".contact-sheet img").first();
    assert.ok((await photo.boundingBox()).width >= 200, "the photo is large enough to judge");
    await curator.page.getByLabel("Foto tanpa pembanding ukuran.").check();
    await curator.page.getByLabel(/^Pesan untuk/).fill("Mohon sebutkan warna glasirnya.");
    await press(curator.page, "Kirim permintaan");
    await curator.page.getByText("Permintaan perbaikan terkirim.").waitFor();

    await artisan.page.goto(editor);
    const note = await artisan.page.locator(".curator-note").innerText();
    assert.match(note, /Foto tanpa pembanding ukuran\.[\s\S]*Mohon sebutkan warna glasirnya\./);
    await artisan.page.locator("[name=description]").fill("Glasir hijau daun. Dibentuk dengan tangan dan dibakar dua kali, ada lubang air di dasarnya.");
    await press(artisan.page, "Ajukan produk");

    await open(curator.page, name);
    await press(curator.page, "Setujui dan tayangkan");
    await curator.page.getByText("Produk ditayangkan. Penjual sudah diberi tahu.").waitFor();
    const acts = await trail(curator.page, name);
    assert.equal(acts.length, 2);
    assert.match(acts[0], /Ditayangkan[\s\S]*Bagus Kurniawan/);
    assert.match(acts[1], /Diminta perbaikan[\s\S]*Mohon sebutkan warna glasirnya\./);

    await artisan.page.goto(editor);
    const address = await artisan.page.getByRole("link", { name: "Lihat di toko" }).getAttribute("href");
    const buyer = await visitor(browser, options);
    await addToCart(buyer.page, address.split("/").at(-1), "Besar");
    await leave(artisan, curator, buyer);
  });

  // The rest does not depend on the size of the screen.
  if (options.viewport === desk) return;

  test("a refusal needs a reason, and the artisan reads it", async () => {
    const { artisan, curator, name, editor } = await proposed(options);
    await curator.page.getByRole("link", { name: "Tolak produk ini" }).click();
    await press(curator.page, /^Tolak$/);
    await curator.page.getByRole("alert").getByText("Alasan belum diisi").waitFor();
    await curator.page.getByLabel("Alasan").fill("Barang ini bukan buatan sentra.");
    await press(curator.page, /^Tolak$/);
    await curator.page.getByText("Produk ditolak. Alasannya terkirim.").waitFor();
    await artisan.page.goto(editor);
    assert.equal(await artisan.page.locator(".curator-note").innerText(), "Barang ini bukan buatan sentra.");
    assert.match((await trail(curator.page, name))[0], /Ditolak[\s\S]*Barang ini bukan buatan sentra\./);
    await leave(artisan, curator);
  });

  test("a product on sale is suspended for a reason, gone from the shop, and restored", async () => {
    const name = "Tempat lada dan garam, set 2";
    const address = `${url}/produk/tempat-lada-garam`;
    const curator = await signedIn(browser, "kurator@contoh.test", options);
    const buyer = await visitor(browser, options);
    const reason = `Laporan pembeli ${unique()}`;
    await curator.page.goto(`${url}/kurasi/produk?q=lada`);
    await curator.page.getByRole("row").filter({ hasText: name }).getByRole("link", { name: /^Tangguhkan/ }).click();
    await curator.page.getByLabel("Alasan").fill(reason);
    await press(curator.page, "Tangguhkan produk");
    await curator.page.getByText("Produk ditangguhkan dan hilang dari etalase.").waitFor();
    assert.equal((await buyer.page.goto(address)).status(), 404);
    await curator.page.goto(`${url}/kurasi/produk?status=suspended`);
    await press(curator.page, new RegExp(`^Pulihkan.*${name}`));
    await curator.page.getByText("Produk kembali ke etalase.").waitFor();
    assert.equal((await buyer.page.goto(address)).status(), 200);
    const acts = await trail(curator.page, name);
    assert.match(acts[0], /Dipulihkan/);
    assert.ok(acts[1].includes(reason));
    await leave(curator, buyer);
  });
});
