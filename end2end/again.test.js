// After a complaint: goods that are sent again, and money that goes to the account that the buyer names.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { complain, decide } from "./support/complaining.js";
import { order, photo, showProof } from "./support/paying.js";
import { press, signedIn } from "./support/people.js";
import { everywhere, launch, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// Of these there are enough for every order and what is sent again.
const keyring = { slug: "gantungan-kunci-lonceng", sort: "Pirus" };

const main = (page) => page.locator("main").innerText();

const leave = async (...people) => {
  for (const { context, complaints } of people) {
    assert.deepEqual(complaints, []);
    await context.close();
  }
};

// A keyring that was paid by transfer and has arrived; its buyer, its producer and its number.
const arrived = async (options, delivery, steps) => {
  const buyer = await visitor(browser, options);
  const number = await order(buyer.page, "transfer", { delivery, goods: keyring });
  await showProof(buyer.page);
  const artisan = await signedIn(browser, "perajin.dinoyo@contoh.test", options);
  await artisan.page.goto(`${url}/jual/pesanan/${number}`);
  await press(artisan.page, "Uang masuk, terima");
  await steps(artisan.page);
  if (delivery === "courier") {
    await buyer.page.reload();
    await press(buyer.page, "Pesanan diterima");
  }
  const home = buyer.page.url().split(/[?#]/)[0];
  return { buyer, artisan, number, home };
};

const open = async (page, list, number) => {
  await page.goto(`${url}${list}`);
  await page.locator("li", { hasText: number }).getByRole("link").first().click();
  await page.waitForURL(/keluhan\/cas_/);
};

// One that was fetched, complained about, and is to be fetched again by decision of a curator.
const toBeFetchedAgain = async (options) => {
  const { buyer, artisan, number, home } = await arrived(options, "pickup", async (page) => {
    await press(page, "Sudah siap diambil");
    await press(page, "Sudah diserahkan");
  });
  await complain(buyer.page, home, /^Gantungan kunci/);
  const curator = await signedIn(browser, "kurator@contoh.test", options);
  await open(curator.page, "/kurasi/keluhan", number);
  await decide(curator.page, { how: "Penjual mengirim barang lagi", why: "Retak." });
  return { buyer, artisan, curator, number, home };
};

everywhere((options) => {
  test("a producer sends a replacement by courier, and the buyer receives it", async () => {
    const { buyer, artisan, number, home } = await arrived(options, "courier", async (page) => {
      await page.getByLabel("Nomor resi").fill("JNT0012345678");
      await press(page, "Sudah dikirim");
    });
    await complain(buyer.page, home, /^Gantungan kunci/);
    const curator = await signedIn(browser, "kurator@contoh.test", options);
    await open(curator.page, "/kurasi/keluhan", number);
    await decide(curator.page, { how: "Penjual mengirim barang lagi", why: "Patah saat tiba." });
    assert.match(await main(curator.page), /Selesai: barang dikirim lagi\.[\s\S]*/);

    await open(artisan.page, "/jual/keluhan", number);
    assert.match(await main(artisan.page), /Barang pengganti\s+Disiapkan/);
    await press(artisan.page, "Sudah dikemas");
    await artisan.page.getByLabel("Kurir").fill("");
    await press(artisan.page, "Sudah dikirim");
    assert.equal(await artisan.page.getByRole("alert").getByRole("listitem").count(), 2, "courier and number");
    await artisan.page.getByLabel("Kurir").fill("JNE Reguler");
    await artisan.page.getByLabel("Nomor resi").fill("JNE0099887766");
    await press(artisan.page, "Sudah dikirim");
    assert.match(await main(artisan.page), /Dalam perjalanan[\s\S]*JNE0099887766/);

    await buyer.page.goto(`${home}/keluhan`);
    assert.match(await main(buyer.page), /Dalam perjalanan[\s\S]*JNE Reguler[\s\S]*JNE0099887766/);
    await press(buyer.page, "Barang pengganti sudah saya terima");
    await buyer.page.getByText("Terima kasih. Barang pengganti dicatat diterima.").waitFor();
    assert.match(await main(buyer.page), /Barang pengganti\s+Sudah diterima/);
    await artisan.page.reload();
    assert.equal(await artisan.page.getByRole("button", { name: /Sudah (dikirim|diterima pembeli)/ }).count(), 0);
    await leave(buyer, artisan, curator);
  });

  test("a replacement that is fetched asks for no courier", async () => {
    const { buyer, artisan, curator, number } = await toBeFetchedAgain(options);
    await open(artisan.page, "/jual/keluhan", number);
    assert.equal(await artisan.page.getByLabel("Nomor resi").count(), 0);
    await press(artisan.page, "Sudah siap diambil");
    await press(artisan.page, "Sudah diserahkan");
    assert.match(await main(artisan.page), /Barang pengganti\s+Sudah diterima/);
    await leave(buyer, artisan, curator);
  });

  test("a replacement that is called off is decided once more", async () => {
    const { buyer, artisan, curator, number, home } = await toBeFetchedAgain(options);
    await buyer.page.goto(`${home}/keluhan`);
    assert.match(await main(buyer.page), /Belum sampai juga\? Mulai .* Anda bisa meminta kurator/);

    await open(artisan.page, "/jual/keluhan", number);
    await artisan.page.getByText("Tidak jadi dikirim lagi").click();
    await press(artisan.page, "Batalkan pengiriman pengganti");
    assert.equal(await artisan.page.getByRole("alert").getByRole("listitem").count(), 1, "the reason");
    await artisan.page.getByRole("textbox", { name: "Alasan" }).fill("Tungku rusak, belum bisa membuat lagi.");
    await press(artisan.page, "Batalkan pengiriman pengganti");
    await artisan.page.getByText("Keluhan ini sekarang diputuskan lagi oleh kurator.").waitFor();
    assert.match(await main(artisan.page), /Barang pengganti\s+Tidak jadi dikirim/);

    await buyer.page.goto(`${home}/keluhan`);
    assert.match(await main(buyer.page), /Tungku rusak, belum bisa membuat lagi\./);
    await open(curator.page, "/kurasi/keluhan", number);
    await decide(curator.page, { how: "Uang kembali kepada pembeli", amount: "2500", why: "Tidak bisa diganti." });
    await buyer.page.goto(home);
    assert.match(await main(buyer.page), /Ke rekening mana uangnya dikirim\?/);
    await leave(buyer, artisan, curator);
  });

  test("the buyer names an account, and the producer sends the money there with a proof", async () => {
    const { buyer, artisan, number, home } = await arrived(options, "pickup", async (page) => {
      await press(page, "Sudah siap diambil");
      await press(page, "Sudah diserahkan");
    });
    await complain(buyer.page, home, /^Gantungan kunci/);
    const curator = await signedIn(browser, "kurator@contoh.test", options);
    await open(curator.page, "/kurasi/keluhan", number);
    await decide(curator.page, { how: "Uang kembali kepada pembeli", amount: "2500", why: "Gompal sedikit." });
    await artisan.page.goto(`${url}/jual/pesanan/${number}`);
    assert.match(await main(artisan.page), /Pembeli belum mengisi rekening/);

    await buyer.page.goto(home);
    assert.match(await main(buyer.page), /Ke rekening mana uangnya dikirim\?/);
    await press(buyer.page, "Simpan rekening");
    assert.equal(await buyer.page.getByRole("alert").getByRole("listitem").count(), 3, "bank, number and name");
    await buyer.page.getByLabel("Bank", { exact: true }).fill("Bank BRI");
    await buyer.page.getByLabel("Nomor rekening").fill("0021 0100 1234 567");
    await buyer.page.getByLabel("Atas nama").fill("Ratna Dewi");
    await press(buyer.page, "Simpan rekening");
    await buyer.page.getByText("Rekening disimpan. Toko sudah diberi tahu.").waitFor();
    assert.doesNotMatch(await main(buyer.page), /002101001234567/, "whoever finds the page does not learn the number");
    assert.match(await main(buyer.page), /Uang dikirim ke Bank BRI/);

    await artisan.page.reload();
    assert.match(await main(artisan.page), /Bank BRI[\s\S]*002101001234567[\s\S]*Ratna Dewi/);
    await artisan.page.getByLabel("Nomor transfer").fill("BRI 770012");
    await artisan.page.getByLabel(/^Bukti transfer/).setInputFiles(photo);
    await press(artisan.page, "Uang sudah dikirim");
    await buyer.page.goto(home);
    assert.match(await main(buyer.page), /Rp2\.500[\s\S]*BRI 770012/);
    const proof = await buyer.page.getByRole("link", { name: "Bukti transfer" }).getAttribute("href");
    const picture = await buyer.page.request.get(`${url}${proof}`);
    assert.match(picture.headers()["content-type"], /^image\//);
    await press(buyer.page, "Uangnya sudah saya terima");
    await buyer.page.getByText("Terima kasih, pengembalian selesai.").waitFor();
    await leave(buyer, artisan, curator);
  });
});
