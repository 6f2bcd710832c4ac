// Ordering from a producer who is paid directly, in steps that several tests share.

import assert from "node:assert/strict";
import { join } from "node:path";
import { addToCart } from "./people.js";
import { url } from "./shop.js";

// Some picture, as a phone sends it.
export const photo = join(import.meta.dirname, "../../server/data/demo/logos/logo-sk-biru-kobalt.png");

const candleHolder = { slug: "tempat-lilin-krem" };

// Goods, a candle holder unless others are named, fetched at the sentra or brought by courier, and paid that way; on its
// order page then. Its number.
export const order = async (page, payment, { delivery = "pickup", goods = candleHolder } = {}) => {
  await addToCart(page, goods.slug, goods.sort);
  await page.goto(`${url}/checkout`);
  await page.getByLabel("Nama penerima").fill("Ratna Dewi");
  await page.getByLabel(/Nomor HP/).fill("0812-3456-7890");
  if (delivery === "courier") {
    await page.getByLabel("Kelurahan atau kode pos").fill("ketintang");
    await page.getByRole("button", { name: "Cari", exact: true }).click();
    await page.getByText("Ketintang, Gayungan, Kota Surabaya").first().waitFor();
    await page.getByLabel("Alamat lengkap").fill("Jl. Ketintang Madya 15, RT 02 RW 03");
  }
  await page.locator(`[name=delivery-sri-kobalt][value^=${delivery}]`).first().check();
  await page.locator(`[name=payment-sri-kobalt][value=${payment}]`).check();
  await page.getByRole("button", { name: /Hitung ulang total|Lihat total/ }).filter({ visible: true }).first().click();
  await page.getByRole("button", { name: /Buat pesanan/ }).filter({ visible: true }).first().click();
  await page.waitForURL(/\/pesanan\//);
  return (await page.locator("main").textContent()).match(/\bS-\d{6}-\w+/)[0];
};

// Shows a photo of the transfer.
export const showProof = async (page) => {
  await page.locator("#photo").setInputFiles(photo);
  await page.getByLabel("Catatan untuk penjual").fill("Dari rekening suami");
  await page.getByRole("button", { name: "Kirim bukti bayar" }).click();
  await page.getByText("Bukti bayar terkirim.").waitFor();
  assert.match(await page.getByRole("heading", { level: 1 }).textContent(), /sedang diperiksa/);
};
