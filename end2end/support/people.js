// What people do, in steps that several tests share.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { url, visitor } from "./shop.js";

// The six demo accounts share one password, made at seeding.
const password = () => readFileSync(join(process.env.SENTRA_DATA ?? "data", "demo-accounts"), "utf8").trim();

// Fills in the page for signing in and sends it.
export const signIn = async (page, email, secret) => {
  await page.goto(`${url}/masuk`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Kata sandi", { exact: true }).fill(secret);
  await press(page, "Masuk");
};

// A visitor who is signed in with an account of the demo.
export const signedIn = async (browser, email, options) => {
  const person = await visitor(browser, options);
  await signIn(person.page, email, password());
  assert.equal(new URL(person.page.url()).pathname.startsWith("/masuk"), false, `${email} is signed in`);
  return person;
};

// Puts a product in the cart from its own page; the variant by name where there are several.
export const addToCart = async (page, slug, variant) => {
  await page.goto(`${url}/produk/${slug}`);
  if (variant) await page.locator(".variant", { hasText: variant }).first().click();
  await page.locator("button:visible", { hasText: /Keranjang|keranjang/ }).first().click();
  await page.getByText("Masuk ke keranjang.").waitFor();
};

// Presses the visible button of that name and waits for the page that answers.
export const press = async (page, name, { timeout = 15_000 } = {}) => {
  const answered = page.waitForEvent("load", { timeout });
  await page.getByRole("button", { name }).filter({ visible: true }).first().click({ timeout });
  await answered;
};
