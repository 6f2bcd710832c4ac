// A candle holder is reviewed by its buyer, answered by its producer, reported by a stranger, and hidden and shown again
// by a curator; the ratings on its page follow.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { order, photo, showProof } from "./support/paying.js";
import { press, signedIn } from "./support/people.js";
import { everywhere, launch, unique, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const product = `${url}/produk/tempat-lilin-krem`;

const leave = async ({ context, complaints }) => {
  assert.deepEqual(complaints, []);
  await context.close();
};

// A candle holder that was paid by transfer and fetched.
const fetched = async (options) => {
  const buyer = await visitor(browser, options);
  const number = await order(buyer.page, "transfer");
  await showProof(buyer.page);
  const artisan = await signedIn(browser, "perajin.dinoyo@contoh.test", options);
  await artisan.page.goto(`${url}/jual/pesanan/${number}`);
  for (const step of ["Uang masuk, terima", "Sudah siap diambil", "Sudah diserahkan"]) await press(artisan.page, step);
  return { buyer, artisan, page: buyer.page.url().split(/[?#]/)[0] };
};

// How many ratings the page of the product shows of each number of stars, five first.
const spread = async (page) => {
  await page.goto(product);
  const counts = await page.locator(".spread .num").allInnerTexts();
  return counts.length ? counts.map(Number) : [0, 0, 0, 0, 0];
};

const jsonLd = async (page) => {
  const texts = await page.locator("script[type='application/ld+json']").allTextContents();
  return texts.map((text) => JSON.parse(text)).find((thing) => thing["@type"] === "Product");
};

everywhere((options) => {
  test("a review is written, answered, reported, hidden and shown again", async () => {
    const { buyer, artisan, page } = await fetched(options);
    const stranger = await visitor(browser, options);
    const before = await spread(stranger.page);
    const words = `Nyalanya tenang ${unique()}`;

    await buyer.page.goto(page);
    await buyer.page.getByRole("link", { name: /^Beri ulasan/ }).click();
    await press(buyer.page, "Kirim ulasan");
    assert.match(await buyer.page.locator(".error-summary").innerText(), /1 sampai 5 bintang/);
    await buyer.page.getByRole("radio", { name: /^4 bintang/ }).check();
    await buyer.page.getByLabel(/^Cerita Anda/).fill(words);
    await buyer.page.locator("input[type=file]").setInputFiles(photo);
    await press(buyer.page, "Kirim ulasan");
    await buyer.page.getByText("ulasan Anda sudah tampil").waitFor();

    const shown = await spread(stranger.page);
    assert.deepEqual(shown, [before[0], before[1] + 1, ...before.slice(2)]);
    const review = stranger.page.locator(".review", { hasText: words });
    // It is loaded once somebody comes near it.
    const picture = review.locator("img").first();
    await picture.scrollIntoViewIfNeeded();
    await stranger.page.waitForFunction((img) => img.naturalWidth > 0, await picture.elementHandle());
    const data = await jsonLd(stranger.page);
    assert.equal(data.aggregateRating.reviewCount, shown.reduce((sum, count) => sum + count, 0));
    assert.ok(data.review.some((one) => one.reviewBody === words && one.reviewRating.ratingValue === 4));
    // The bars and chips are addresses.
    await stranger.page.locator(".spread a").nth(1).click();
    await stranger.page.waitForURL(/bintang=4/);
    assert.equal(await review.count(), 1);
    await stranger.page.getByRole("link", { name: /^Dengan foto/ }).click();
    await stranger.page.waitForURL(/foto=1/);
    assert.equal(await review.count(), 1);

    await artisan.page.goto(`${url}/jual/ulasan?tab=belum`);
    const row = artisan.page.locator("li", { hasText: words });
    await row.getByText("Balas", { exact: true }).click();
    await press(artisan.page, "Kirim balasan");
    assert.match(await artisan.page.locator(".error-summary").innerText(), /Tulis balasan/);
    await artisan.page.locator("li", { hasText: words }).getByLabel("Balasan Anda").fill("Terima kasih banyak.");
    await row.getByRole("button", { name: "Kirim balasan" }).click();
    await artisan.page.getByText("Balasan tampil di bawah ulasan.").waitFor();
    assert.equal(await row.count(), 0, "it is answered");

    await stranger.page.goto(product);
    assert.match(await review.innerText(), /Terima kasih banyak\./);
    await review.getByRole("link", { name: /^Laporkan/ }).click();
    await press(stranger.page, "Kirim laporan");
    await stranger.page.locator(".error-summary").waitFor();
    await stranger.page.getByLabel("Isinya tidak benar").check();
    await press(stranger.page, "Kirim laporan");
    await stranger.page.getByText("Kurator akan memeriksa ulasan itu.").waitFor();

    const curator = await signedIn(browser, "kurator@contoh.test", options);
    await curator.page.goto(`${url}/kurasi/ulasan`);
    const reported = curator.page.locator("li.panel", { hasText: words });
    assert.match(await reported.innerText(), /1 laporan/);
    await reported.getByText("Sembunyikan", { exact: true }).first().click();
    await reported.getByLabel("Alasan menyembunyikan").fill("Belum dapat dipastikan.");
    await reported.getByRole("button", { name: "Sembunyikan" }).click();
    await curator.page.getByText("Ulasan disembunyikan.").waitFor();
    assert.deepEqual(await spread(stranger.page), before);
    assert.equal(await review.count(), 0);
    await buyer.page.goto(page);
    await buyer.page.getByRole("link", { name: /^Ubah ulasan/ }).click();
    await buyer.page.getByText("Belum dapat dipastikan.").waitFor();

    await curator.page.goto(`${url}/kurasi/ulasan?tab=disembunyikan`);
    await reported.getByText("Tampilkan lagi", { exact: true }).first().click();
    await reported.getByLabel("Alasan menampilkan lagi").fill("Sudah kami periksa.");
    await reported.getByRole("button", { name: "Tampilkan lagi" }).click();
    await curator.page.getByText("Ulasan ditampilkan lagi.").waitFor();
    assert.deepEqual(await spread(stranger.page), shown);

    // The author thinks better of it, and then takes it back.
    await buyer.page.reload();
    await buyer.page.getByRole("radio", { name: /^5 bintang/ }).check();
    await press(buyer.page, "Simpan perubahan");
    await buyer.page.getByText("Ulasan diubah.").waitFor();
    assert.deepEqual(await spread(stranger.page), [before[0] + 1, ...before.slice(1)]);
    await buyer.page.getByRole("link", { name: /^Ubah ulasan/ }).click();
    await buyer.page.getByRole("link", { name: "Hapus ulasan" }).click();
    await buyer.page.locator("#hapus").getByRole("button", { name: "Hapus ulasan" }).click();
    await buyer.page.getByText("Ulasan dihapus.").waitFor();
    assert.deepEqual(await spread(stranger.page), before);
    for (const person of [buyer, artisan, stranger, curator]) await leave(person);
  });
});
