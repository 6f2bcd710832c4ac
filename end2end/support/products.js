// What artisans do with their products, in steps that several tests share.

import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { press } from "./people.js";
import { url } from "./shop.js";

// A photo of the demo by its file name.
export const demoPhoto = (name) => join(fileURLToPath(new URL("../../server/data/demo/photos", import.meta.url)), name);

// A new product as a concept; the page is its editor afterwards.
export const begin = async (page, { name, category }) => {
  await page.goto(`${url}/jual/produk/baru`);
  await page.getByLabel("Nama produk").fill(name);
  await page.getByLabel("Kategori").selectOption(category);
  await press(page, "Lanjut ke foto dan harga");
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), name);
};

// The field of that name, and the sentence at it when it was refused.
export const field = (page, name) => page.locator(`[name="${name}"]`);
export const errorAt = (page, name) => page.locator(`[id="${name}-error"]`);

// Photos, sent together. They are scaled before the page answers, which takes a while on a busy machine.
export const addPhotos = async (page, files) => {
  await page.getByLabel("Tambah foto").setInputFiles(files.map(demoPhoto));
  await press(page, "Unggah foto", { timeout: 60_000 });
  assert.equal(await page.locator(".shot").count(), files.length);
};

// Everything that a flower pot in two sizes needs, typed but not yet sent.
export const describe = async (page) => {
  await field(page, "description").fill("Dibentuk dengan tangan dan dibakar dua kali. Ada lubang air di dasarnya, dan tatakannya menyatu.");
  await field(page, "attributes.material").fill("Stoneware");
  await field(page, "attributes.size").fill("Tinggi 9 dan 14 cm");
  await page.getByLabel("Hiasan saja, bukan untuk makanan atau minuman").check();
  await page.getByText("Tambah varian").click();
  for (const [place, name, price, weight, stock] of [[0, "Kecil", "21.000", "400", "6"], [1, "Besar", "34.000", "900", "3"]]) {
    await field(page, `variants[${place}].name`).fill(name);
    await field(page, `variants[${place}].price`).fill(price);
    await field(page, `variants[${place}].weight_g`).fill(weight);
    // What is made to order lies on no shelf.
    const shelf = field(page, `variants[${place}].stock`);
    if ((await shelf.count()) > 0) await shelf.fill(stock);
  }
};
