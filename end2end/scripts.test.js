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
