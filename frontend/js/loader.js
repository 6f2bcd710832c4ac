// The only script of a page. It fills the count of the cart, and where the page has islands it fetches their
// WebAssembly once the page is painted and idle, or at the first touch.

const showCount = () => {
  const count = document.cookie.match(/(?:^|; )cart_count=(\d{1,4})(?:;|$)/)?.[1] ?? "0";
  for (const place of document.querySelectorAll("[data-cart-count]")) {
    place.textContent = count;
    place.hidden = count === "0";
  }
};
showCount();
addEventListener("pageshow", (event) => event.persisted && showCount());

const callbacks = [];
let bundle;

const wakeOne = async (element, id) => {
  const island = bundle[id];
  if (!island) {
    console.warn(`The bundle has no island ${id}.`);
    return;
  }
  callbacks.at(-1)?.();
  await island(element);
};

const wake = async (node) => {
  const tag = node.localName;
  if (tag === "leptos-island") await wakeOne(node, node.dataset.component);
  if (tag === "leptos-children") callbacks.push(node.$$on_hydrate);
  for (const child of node.children) await wake(child);
  if (tag === "leptos-children") callbacks.pop();
};

const touches = ["pointerdown", "focusin", "keydown"];
let started = false;

const start = async () => {
  if (started) return;
  started = true;
  for (const touch of touches) removeEventListener(touch, start);
  const { js, wasm } = document.querySelector("script[data-bundle]").dataset;
  bundle = await import(js);
  await bundle.default({ module_or_path: wasm });
  window.__hydrateIsland = wakeOne;
  bundle.hydrate();
  await wake(document.body);
  document.documentElement.dataset.awake = "";
};

const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(start);

if (document.querySelector("leptos-island")) {
  for (const touch of touches) addEventListener(touch, start, { passive: true });
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle);
}
