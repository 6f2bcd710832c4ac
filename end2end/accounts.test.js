// An account from the first mail to the last sign-out, and the pages that somebody without one, or without luck, meets.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { linkMailedTo } from "./support/mail.js";
import { addToCart, press, signIn } from "./support/people.js";
import { desk, everywhere, launch, unique, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const password = "tempe mendoan hangat";

// Somebody new, signed in by the link in the mail.
const newcomer = async (options) => {
  const person = await visitor(browser, options);
  const { page } = person;
  const email = `pembeli.${unique()}@contoh.test`;
  await page.goto(`${url}/daftar`);
  await page.getByLabel("Nama").fill("Dewi Lestari");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Kata sandi", { exact: true }).fill(password);
  await press(page, "Buat akun");
  await page.goto(url + (await linkMailedTo(email, "/daftar/konfirmasi/")));
  await press(page, "Buat akun dan masuk");
  await page.getByText("Akun Anda siap. Selamat datang.").waitFor();
  return { ...person, email };
};

const leave = async ({ context, complaints }) => {
  assert.deepEqual(complaints.filter((line) => !line.includes("404")), []);
  await context.close();
};

everywhere((options) => {
  test("a wrong password is refused, and the address need not be typed again", async () => {
    const person = await visitor(browser, options);
    const email = `tidak.ada.${unique()}@contoh.test`;
    await signIn(person.page, email, "bukan sandinya");
    await person.page.getByRole("alert").getByText("Email atau kata sandi salah.").waitFor();
    assert.equal(await person.page.getByLabel("Email").inputValue(), email);
    assert.equal(await person.page.getByLabel("Kata sandi", { exact: true }).inputValue(), "");
    await leave(person);
  });

  test("an account is made, left, and opened with a new password; the old link and the old password are done with", async () => {
    const person = await newcomer(options);
    const { page, email } = person;
    await page.goto(`${url}/akun`);
    await press(page, "Keluar");
    await page.getByText("Anda sudah keluar.").waitFor();
    await page.goto(`${url}/akun`);
    assert.match(page.url(), /\/masuk\?lanjut=/, "who is out has to sign in for the account");

    await page.goto(`${url}/masuk`);
    await page.getByRole("link", { name: "Lupa kata sandi?" }).click();
    await page.getByRole("heading", { level: 1, name: "Lupa kata sandi" }).waitFor();
    await page.getByLabel("Email").fill(email);
    await press(page, "Kirim tautan");
    const link = url + (await linkMailedTo(email, "/atur-sandi/"));
    await page.goto(link);
    await page.getByLabel("Kata sandi baru").fill("pendek");
    await press(page, "Simpan kata sandi");
    await page.getByRole("alert").getByText("Kata sandi terlalu pendek").waitFor();
    await page.getByLabel("Kata sandi baru").fill("keramik biru kobalt");
    await press(page, "Simpan kata sandi");
    await page.getByText("Kata sandi baru tersimpan. Silakan masuk.").waitFor();

    assert.equal((await page.goto(link)).status(), 404);
    await page.getByRole("link", { name: "Minta tautan baru" }).waitFor();
    await signIn(page, email, password);
    await page.getByRole("alert").getByText("Email atau kata sandi salah.").waitFor();
    await signIn(page, email, "keramik biru kobalt");
    await page.getByRole("heading", { level: 1, name: "Halo, Dewi Lestari" }).waitFor();
    await leave(person);
  });

  // The rest does not depend on the size of the screen.
  if (options.viewport === desk) return;

  test("a buyer finds the own orders in the account, and only those", async () => {
    const person = await newcomer(options);
    const { page } = person;
    await page.goto(`${url}/akun/pesanan`);
    await page.getByRole("link", { name: "Lihat semua produk" }).first().waitFor();
    await addToCart(page, "keripik-tempe-gurih-pak-tarno", "100 g");
    await page.goto(`${url}/checkout`);
    assert.equal(await page.getByLabel("Nama penerima").inputValue(), "Dewi Lestari", "the account fills in the name");
    await page.getByLabel("Nomor HP").fill("0812-3456-7890");
    await page.locator("[name^=delivery-][value=pickup]").check();
    await page.locator("[name^=payment-][value=cod]").check();
    await press(page, "Lihat total");
    await press(page, /^Buat pesanan/);
    const number = (await page.locator("main").innerText()).match(/S-\d{6}-\w+/)[0];
    await page.goto(`${url}/akun/pesanan`);
    const orders = page.locator(".order-list > li");
    assert.equal(await orders.count(), 1);
    assert.ok((await orders.innerText()).includes(number));
    await leave(person);
  });

  test("an address that leads nowhere says so and leads on", async () => {
    const person = await visitor(browser, options);
    assert.equal((await person.page.goto(`${url}/tidak/ada/di-sini`)).status(), 404);
    await person.page.locator("main input[name=q]").fill("vas");
    await person.page.locator("main input[name=q]").press("Enter");
    await person.page.waitForURL(/\/produk\?q=vas/);
    await leave(person);
  });

  test("whoever reads English goes on in English", async () => {
    const person = await visitor(browser, options);
    for (const path of ["/en", "/en/produk", "/en/sentra/sanan", "/en/keranjang", "/en/masuk", "/en/tidak-ada"]) {
      await person.page.goto(url + path);
      assert.equal(await person.page.locator("html").getAttribute("lang"), "en", path);
      const links = await person.page.locator("a[href^='/']:not(.lang)").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
      assert.deepEqual(links.filter((link) => !/^\/(en|media)([/?#]|$)/.test(link)), [], `links of ${path}`);
      const forms = await person.page.locator("form").evaluateAll((all) => all.map((form) => form.getAttribute("action")));
      assert.deepEqual(forms.filter((action) => !action.startsWith("/en")), [], `forms of ${path}`);
    }
    await person.page.goto(`${url}/en/masuk`);
    await person.page.getByLabel("E-mail").fill(`nobody.${unique()}@contoh.test`);
    await person.page.getByLabel("Password", { exact: true }).fill("not the password");
    await press(person.page, "Sign in");
    assert.match(person.page.url(), /\/en\/masuk/);
    await leave(person);
  });
});
