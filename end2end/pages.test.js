// Every page that a link leads to, for each kind of person: nothing in the console, and nothing wider than the phone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addToCart, signedIn } from "./support/people.js";
import { launch, phone, url, visitor } from "./support/shop.js";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// One page of each kind is enough: `/produk/vas` and `/produk/mug` are the same kind, and so are the pages of a list.
const kind = ({ pathname, search }) =>
  pathname.replace(/^\/en(?=\/|$)/, "").replace(/^(\/[^/]+(?:\/[^/]+)?)\/[^/]+$/, (whole, front) => (front.split("/").length > 2 || /^\/(produk|toko|sentra|pesanan|cerita)$/.test(front) ? `${front}/*` : whole)) +
  [...new URLSearchParams(search).keys()].map((key) => `?${key}`).join("");

// Files to save are no pages.
const links = (page) => page.locator("a[href]:not([download])").evaluateAll((all) => all.map((link) => link.href));

// Follows the links from `start`, a page of each kind.
const walk = async ({ page, complaints }, start) => {
  const seen = new Map();
  const waiting = [start];
  const faults = {};
  while (waiting.length > 0) {
    const address = new URL(waiting.shift(), url);
    address.hash = "";
    if (address.origin !== new URL(url).origin || seen.has(kind(address))) continue;
    seen.set(kind(address), address.href);
    const answer = await page.goto(address.href, { waitUntil: "load" });
    const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
    const said = complaints.splice(0);
    if (answer.status() >= 400 || said.length > 0 || width > phone.width) {
      faults[address.href] = { status: answer.status(), said, width };
    }
    waiting.push(...(await links(page)));
  }
  return { seen, faults };
};

const people = [
  { name: "a visitor", start: "/", least: 15 },
  { name: "an English-speaking visitor", start: "/en", least: 15 },
  { name: "a buyer", email: "pembeli@contoh.test", start: "/akun", least: 15 },
  { name: "an artisan", email: "perajin.dinoyo@contoh.test", start: "/jual", least: 5 },
  { name: "a curator", email: "kurator@contoh.test", start: "/kurasi", least: 5 },
];

for (const { name, email, start, least } of people) {
  test(`no page that ${name} can reach complains or is too wide`, async () => {
    const person = email ? await signedIn(browser, email) : await visitor(browser);
    await addToCart(person.page, "vas-silinder-biru-20-cm", "Biru kobalt");
    const { seen, faults } = await walk(person, start);
    assert.deepEqual(faults, {});
    assert.ok(seen.size >= least, `${seen.size} kinds of pages: ${[...seen.keys()].join(" ")}`);
    await person.context.close();
  });
}
