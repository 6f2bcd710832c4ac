// Vouchers: an artisan makes one, a buyer uses it in the cart, and the order shows what it took off.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addToCart, press, signedIn } from "./support/people.js";
import { everywhere, launch, unique, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// Goods of the artisan of Sanan, and the sort that is bought.
const goods = { slug: "keripik-tempe-keju", sort: "100 g" };

const main = (page) => page.locator("main").innerText();
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const rupiah = (text) => Number(text.replace(/\D/g, ""));
const leave = async ({ context, complaints }) => {
  assert.deepEqual(complaints, []);
  await context.close();
};

const make = async (page, code) => {
  await page.goto(`${url}/jual/voucher`);
  await page.getByText("Buat voucher").first().click();
  await press(page, "Buat voucher");
  assert.match(await page.getByRole("alert").innerText(), /4 sampai 20 huruf/);
  await page.locator("[name=code]").fill(code);
  await page.locator("[name=kind]").selectOption("amount");
  await page.locator("[name=amount]").fill("2.000");
  await page.locator("[name=valid_to]").fill(inDays(30));
  await press(page, "Buat voucher");
  await page.getByText("Voucher dibuat.").waitFor();
  assert.match(await main(page), new RegExp(code));
};

everywhere((options) => {
  test("a voucher is made, used once, and ended", async () => {
    const code = `UJI${unique().toString().toUpperCase().replace(/[^A-Z0-9]/g, "")}`.slice(0, 20);
    const artisan = await signedIn(browser, "perajin.sanan@contoh.test", options);
    await make(artisan.page, code);

    const buyer = await visitor(browser, options);
    const page = buyer.page;
    await addToCart(page, goods.slug, goods.sort);
    await page.goto(`${url}/keranjang`);
    const before = rupiah(await page.locator("aside .sums__total dd").innerText());
    await page.getByText("Punya kode voucher?").click();
    await page.locator("[name=voucher]").fill("BUKANKODE");
    await press(page, "Pakai");
    assert.match(await page.getByRole("alert").innerText(), /tidak kami kenal/);
    await page.locator("[name=voucher]").fill(code.toLowerCase());
    await press(page, "Pakai");
    await page.getByText("Voucher dipakai.").waitFor();
    assert.equal(rupiah(await page.locator("aside .sums__total dd").innerText()), before - 2000);

    await press(page, "Lanjut ke pembayaran");
    await page.getByLabel("Nama penerima").fill("Ratna Dewi");
    await page.getByLabel(/Nomor HP/).fill(`0812-${String(Date.now()).slice(-8)}`);
    await page.locator("[name^=delivery-][value=pickup]").check();
    await page.locator("[name^=payment-][value=cod]").check();
    await press(page, /Hitung ulang total|Lihat total/);
    const button = page.getByRole("button", { name: /^Buat pesanan/ });
    assert.equal(rupiah(await button.innerText()), before - 2000);
    await press(page, /^Buat pesanan/);
    await page.waitForURL(/\/pesanan\//);
    assert.match(await main(page), new RegExp(`Voucher ${code}\\s+−Rp2.000`));
    await page.goto(`${url}/keranjang`);

    await artisan.page.goto(`${url}/jual/voucher`);
    await artisan.page.getByRole("row", { name: new RegExp(code) }).getByRole("link", { name: "Akhiri" }).click();
    await press(artisan.page, "Akhiri voucher");
    await artisan.page.getByText("Voucher diakhiri.").waitFor();
    await leave(buyer);
    await leave(artisan);
  });
});
