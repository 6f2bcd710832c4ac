// A candle holder that is broken: the buyer complains, the producer answers, the curator decides, and the money goes back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { order, photo, showProof } from "./support/paying.js";
import { press, signedIn } from "./support/people.js";
import { everywhere, launch, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// A candle holder that was paid by transfer and fetched; its buyer, its producer and its number.
const fetched = async (options) => {
  const buyer = await visitor(browser, options);
  const number = await order(buyer.page, "transfer");
  await showProof(buyer.page);
  const artisan = await signedIn(browser, "perajin.dinoyo@contoh.test", options);
  await artisan.page.goto(`${url}/jual/pesanan/${number}`);
  for (const step of ["Uang masuk, terima", "Sudah siap diambil", "Sudah diserahkan"]) await press(artisan.page, step);
  return { buyer, artisan, number };
};

const isShown = async (image) => assert.ok(await image.evaluate((img) => img.decode().then(() => img.naturalWidth)));

const said = async (page, text) => assert.ok((await page.locator("main").innerText()).includes(text), text);

everywhere((options) => {
  test("a curator decides on a part of the price, and the producer sends it", async () => {
    const { buyer, artisan, number } = await fetched(options);
    const page = buyer.page.url().split(/[?#]/)[0];
    await buyer.page.goto(page);
    await buyer.page.getByRole("link", { name: "Ada masalah?" }).click();
    await buyer.page.getByRole("heading", { name: "Laporkan masalah" }).waitFor();
    await press(buyer.page, "Kirim keluhan");
    await buyer.page.locator(".error-summary a").first().waitFor();
    await buyer.page.getByLabel(/^Tempat lilin/).fill("1");
    await buyer.page.getByLabel("Apa masalahnya?").selectOption("damaged");
    await buyer.page.getByLabel("Ceritakan").fill("Bibirnya retak.");
    await press(buyer.page, "Kirim keluhan");
    await buyer.page.getByLabel("Foto barang atau kemasan").setInputFiles(photo);
    await press(buyer.page, "Tambah foto");
    await isShown(buyer.page.locator(".case-photos img"));

    await artisan.page.goto(`${url}/jual/keluhan`);
    await artisan.page.locator("li", { hasText: number }).getByRole("link").click();
    await isShown(artisan.page.locator(".case-photos img"));
    await artisan.page.getByLabel("Jawaban Anda").fill("Saat diambil masih utuh.");
    await press(artisan.page, "Kirim jawaban");

    await buyer.page.reload();
    await said(buyer.page, "Saat diambil masih utuh.");
    await buyer.page.getByText("Pilihan lain").click();
    await press(buyer.page, "Minta kurator memutuskan");

    const curator = await signedIn(browser, "kurator@contoh.test", options);
    await curator.page.goto(`${url}/kurasi/keluhan`);
    await curator.page.locator("li", { hasText: number }).getByRole("link").click();
    await isShown(curator.page.locator(".case-photos img"));
    await curator.page.getByLabel("Uang kembali kepada pembeli").check();
    await curator.page.getByLabel("Jumlah uang").fill("5000");
    await curator.page.getByLabel("Alasan").fill("Retak kecil, masih dapat dipakai.");
    await press(curator.page, "Simpan keputusan");
    await said(curator.page, "Selesai: uang dikembalikan.");

    await artisan.page.goto(`${url}/jual/pesanan/${number}`);
    await press(artisan.page, "Uang sudah dikirim");
    await artisan.page.locator(".error-summary a").click();
    assert.equal(await artisan.page.evaluate(() => document.activeElement?.getAttribute("name")), "reference");
    await artisan.page.getByLabel("Nomor transfer").fill("BCA 240011");
    await artisan.page.getByLabel(/^Bukti transfer/).setInputFiles(photo);
    await press(artisan.page, "Uang sudah dikirim");
    await said(artisan.page, "Sudah dikirim");

    await buyer.page.goto(page);
    await said(buyer.page, "BCA 240011");
    await press(buyer.page, "Uangnya sudah saya terima");
    await said(buyer.page, "Rp5.000");
    for (const { context, complaints } of [buyer, artisan, curator]) {
      assert.deepEqual(complaints, []);
      await context.close();
    }
  });
});
