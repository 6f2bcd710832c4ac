// A browser on the served shop, which notes everything that a page complains about.

import { existsSync } from "node:fs";
import { describe } from "node:test";
import { chromium } from "playwright-core";

export const url = process.env.SENTRA_URL ?? "http://127.0.0.1:3000";

const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];
export const phone = { width: 360, height: 640 };
export const desk = { width: 1440, height: 900 };

export const launch = () =>
  chromium.launch({ executablePath: browsers.find((path) => existsSync(path)), args: ["--no-sandbox"] });

// The same tests on a phone and on a desk, each with and without JavaScript; `body` declares them for these options of a visitor.
export const everywhere = (body) => {
  for (const [name, viewport] of [["phone", phone], ["desk", desk]]) {
    for (const javaScriptEnabled of [true, false]) {
      describe(`on a ${name}, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => body({ viewport, javaScriptEnabled }));
    }
  }
};

// Part of names and addresses that no other test, and no other run, uses.
let made = 0;
export const unique = () => `${Date.now().toString(36)}${(made += 1)}`;

// A new visitor. `complaints` fills with console errors, warnings and uncaught exceptions of all the visitor's pages.
export const visitor = async (browser, { viewport = phone, javaScriptEnabled = true, cookies = [] } = {}) => {
  const context = await browser.newContext({ viewport, javaScriptEnabled, locale: "id-ID" });
  await context.addCookies(cookies.map((cookie) => ({ url, ...cookie })));
  const complaints = [];
  const requests = [];
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on("console", (line) => ["error", "warning"].includes(line.type()) && complaints.push(line.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  return { context, page, complaints, requests };
};
