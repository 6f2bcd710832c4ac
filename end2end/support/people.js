// What people do, in steps that several tests share.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { url, visitor } from "./shop.js";

// The six demo accounts share one password, made at seeding.
const password = () => readFileSync(join(process.env.SENTRA_DATA ?? "data", "demo-accounts"), "utf8").trim();

// A visitor who is signed in.
export const signedIn = async (browser, email, options) => {
  const person = await visitor(browser, options);
  await person.page.goto(`${url}/masuk`);
  await person.page.getByLabel("Email").fill(email);
  await person.page.getByLabel("Kata sandi", { exact: true }).fill(password());
  await person.page.getByRole("button", { name: "Masuk", exact: true }).click();
  await person.page.waitForURL((address) => !address.pathname.startsWith("/masuk"));
  return person;
};

// Puts a product in the cart from its own page; the variant by name where there are several.
export const addToCart = async (page, slug, variant) => {
  await page.goto(`${url}/produk/${slug}`);
  if (variant) await page.locator(".variant", { hasText: variant }).first().click();
  await page.locator("button:visible", { hasText: /Keranjang|keranjang/ }).first().click();
  await page.getByText("Masuk ke keranjang.").waitFor();
};
