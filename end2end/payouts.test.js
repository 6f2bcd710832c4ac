// Money of a shop: one person puts a payout together, another agrees, a file goes to the bank, and it is paid or comes back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFile } from "node:fs/promises";
import { press, signedIn } from "./support/people.js";
import { everywhere, launch, unique, url } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const shop = { slug: "sri-kobalt", name: "Sri Kobalt" };
const desk = `${url}/kurasi/uang`;

const main = (page) => page.locator("main").innerText();
const rupiah = (text) => Number(text.replace(/[^\d−]/g, "").replace("−", "-"));

// The payout of our shop that stands at the top of the list of that state.
const payout = async (page, state) => {
  await page.goto(`${desk}?tab=${state}`);
  return page.locator(".case-list > li", { hasText: shop.name }).first();
};

// Presses a button of that payout, having opened what hides it.
const act = async (card, name, { fold } = {}) => {
  if (fold && !(await card.locator("details").getAttribute("open").catch(() => null))) {
    await card.locator("summary").click();
  }
  const answered = card.page().waitForEvent("load");
  await card.getByRole("button", { name, exact: true }).click();
  await answered;
};

// So that there is something to pay out; orders would have to be complete for days.
const credit = async (page, amount, why) => {
  await page.goto(desk);
  await page.locator("summary", { hasText: "Penyesuaian saldo toko" }).click();
  await page.getByLabel("Alamat toko").fill("bukan-toko");
  await page.getByLabel("Jumlah", { exact: true }).fill("banyak");
  await press(page, "Catat penyesuaian");
  assert.equal(await page.getByRole("alert").getByRole("listitem").count(), 2, "amount and reason");
  await page.getByLabel("Jumlah", { exact: true }).fill(amount);
  await page.locator("#payout-adjust [name=reason]").fill(why);
  await press(page, "Catat penyesuaian");
  assert.match(await page.getByRole("alert").innerText(), /Toko itu tidak ada/);
  await page.getByLabel("Alamat toko").fill(shop.slug);
  await press(page, "Catat penyesuaian");
  await page.getByText("Penyesuaian dicatat.").waitFor();
};

// The saved file, as rows of cells.
const saved = async (page, link) => {
  const downloading = page.waitForEvent("download");
  await link.click();
  const text = await readFile(await (await downloading).path(), "utf8");
  assert.ok(text.endsWith("\r\n") || text.endsWith("\n"));
  return text.trim().split(/\r?\n/).map((line) => line.split(","));
};

const leave = async (...people) => {
  for (const { context, complaints } of people) {
    assert.deepEqual(complaints, []);
    await context.close();
  }
};

everywhere((options) => {
  test("a payout is agreed to by two, sent to the bank, paid, and comes back", async () => {
    // A spreadsheet that opens a file of ours must not count with it.
    const why = `=1+1 ongkos kemasan ${unique()}`;
    const admin = await signedIn(browser, "admin@contoh.test", options);
    const curator = await signedIn(browser, "kurator@contoh.test", options);
    await credit(admin.page, "123.456", why);

    await curator.page.goto(desk);
    assert.equal(await curator.page.getByText("Penyesuaian saldo toko").count(), 0, "only who runs the site corrects");
    await press(curator.page, "Susun sekarang");
    await curator.page.getByText("Pencairan sudah disusun.").waitFor();
    const own = await payout(curator.page, "draft");
    assert.match(await own.innerText(), /Orang lain yang harus menyetujui/);
    assert.equal(await own.getByRole("button", { name: "Setujui" }).count(), 0);

    const draft = await payout(admin.page, "draft");
    const amount = rupiah(await draft.locator(".lead-text").innerText());
    // More than the correction where it was owed more, less where it owed a fee or a refund before.
    assert.ok(amount > 0, `${amount}`);
    // A page that is older than the rule, or a button of somebody's own making.
    const approve = await draft.locator("form[action$='/setujui']").getAttribute("action");
    const forced = await curator.page.request.post(`${url}${approve}`, { headers: { origin: url }, form: {} });
    assert.match(await forced.text(), /Pencairan ini Anda susun atau setujui sendiri/);
    await act(draft, "Setujui");
    await admin.page.getByText("Pencairan disetujui.").waitFor();
    await press(admin.page, "Buat berkas bank dari semua di halaman ini");
    await admin.page.getByText("Berkas bank sudah dibuat.").waitFor();

    const sent = await payout(admin.page, "sent");
    const [head, ...rows] = await saved(admin.page, sent.getByRole("link", { name: "Unduh berkas bank" }));
    assert.deepEqual(head, ["payout", "bank", "account", "holder", "shop", "amount"]);
    const ours = rows.filter((cells) => cells[4].includes(shop.name));
    assert.deepEqual(ours.map((cells) => Number(cells[5])), [amount]);
    assert.ok(rows.every((cells) => cells.length === head.length && Number(cells[5]) > 0));

    await act(sent, "Bank sudah membayar");
    assert.match(await admin.page.getByRole("alert").innerText(), /nomor transaksi/);
    await sent.getByLabel("Nomor transaksi bank").fill("TRX 0042");
    await act(sent, "Bank sudah membayar");
    await admin.page.getByText("Pencairan tercatat dibayar.").waitFor();

    const artisan = await signedIn(browser, "perajin.dinoyo@contoh.test", options);
    await artisan.page.goto(`${url}/jual/uang`);
    const line = artisan.page.getByRole("row", { name: /TRX 0042/ }).first();
    assert.match(await line.innerText(), /Dibayar/);
    assert.equal(rupiah(await line.getByRole("cell").last().innerText()), amount);
    await artisan.page.locator("a[href*='/laporan/']").first().click();
    await artisan.page.waitForURL(/\/laporan\//);
    const statement = await main(artisan.page);
    assert.ok(statement.includes(why), "the correction with its reason");
    assert.match(statement, new RegExp(`−Rp${(amount).toLocaleString("id-ID").replaceAll(".", "\\.")}`), "what was paid out, with a minus sign");
    assert.doesNotMatch(statement, /-Rp/);

    const cells = await saved(artisan.page, artisan.page.getByRole("link", { name: "Unduh berkas CSV" }));
    assert.ok(cells.flat().some((cell) => cell.replaceAll('"', "").startsWith("'=1+1")), "as text");
    for (const cell of cells.flat()) assert.doesNotMatch(cell, /^"?(?:[=+@\t]|-(?!\d+$))/, "no cell is a formula");

    const paid = await payout(admin.page, "paid");
    await act(paid, "Uangnya kembali", { fold: true });
    assert.match(await admin.page.getByRole("alert").innerText(), /Alasan/);
    await paid.getByRole("textbox").fill("Rekening sudah ditutup");
    await act(paid, "Uangnya kembali");
    await admin.page.getByText("Uang tercatat kembali.").waitFor();
    await artisan.page.goto(`${url}/jual/uang`);
    assert.match(await artisan.page.getByRole("row", { name: /TRX 0042/ }).first().innerText(), /Kembali/);
    await leave(admin, curator, artisan);
  });
});
