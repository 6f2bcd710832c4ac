// What a page fetches, and when.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const wasm = (requests) => requests.filter((path) => path.endsWith(".wasm"));

test("a page without islands fetches no WebAssembly", async () => {
  const { page, complaints, requests, context } = await visitor(browser);
  await page.goto(`${url}/gaya`, { waitUntil: "networkidle" });
  assert.equal(await page.locator("leptos-island").count(), 0);
  assert.deepEqual(wasm(requests), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the cart count comes from its cookie", async () => {
  const { page, complaints, context } = await visitor(browser, { cookies: [{ name: "cart_count", value: "3" }] });
  await page.goto(`${url}/`, { waitUntil: "load" });
  const counts = page.locator("[data-cart-count]");
  assert.ok((await counts.count()) > 0);
  assert.equal(await counts.first().textContent(), "3");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a second tap on a slow network sends nothing more", async () => {
  const { page, requests, context } = await visitor(browser);
  await page.goto(`${url}/masuk`);
  await page.getByLabel("Email").fill("pembeli@contoh.test");
  await page.getByLabel("Kata sandi", { exact: true }).fill("bukan sandi saya");
  const button = page.locator("main form[method=post] .btn[type=submit]").first();
  let answer;
  const held = new Promise((resolve) => {
    answer = resolve;
  });
  await page.route("**/masuk", async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  requests.length = 0;
  const answered = page.waitForEvent("load");
  const busy = await button.evaluate((pressed) => {
    pressed.click();
    pressed.click();
    return [pressed.classList.contains("is-busy"), pressed.ariaBusy];
  });
  answer();
  await answered;
  assert.deepEqual(busy, [true, "true"]);
  assert.equal(requests.filter((path) => path === "/masuk").length, 2, "one press and the page that answers it");
  assert.equal(await page.locator(".is-busy").count(), 0);
  await context.close();
});
