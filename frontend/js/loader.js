// The only script of a page. It fills the count of the cart, shows that a form is on its way, and where the page has
// islands it fetches their WebAssembly once the page is painted and idle, or at the first touch.

const showCount = () => {
  const count = document.cookie.match(/(?:^|; )cart_count=(\d{1,4})(?:;|$)/)?.[1] ?? "0";
  for (const place of document.querySelectorAll("[data-cart-count]")) {
    place.textContent = count;
    place.hidden = count === "0";
  }
};
showCount();

// On a slow network a pressed button says at once that it was pressed, and a second press sends nothing more. After ten
// seconds it does again: whoever stopped the page or lost the network has no other way to try once more.
const PATIENCE = 10_000;
const pressed = new Map();
addEventListener("submit", (event) => {
  const { submitter, timeStamp } = event;
  if (event.defaultPrevented || event.target.method !== "post" || !submitter?.matches(".btn")) return;
  if (timeStamp - pressed.get(submitter) < PATIENCE) {
    event.preventDefault();
    return;
  }
  pressed.set(submitter, timeStamp);
  submitter.classList.add("is-busy");
  submitter.ariaBusy = "true";
});

// The page as the back button brings it back is ready for the next press.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  showCount();
  for (const button of pressed.keys()) {
    button.classList.remove("is-busy");
    button.ariaBusy = null;
  }
  pressed.clear();
});

// Suggestions are for whoever begins to search.
addEventListener("focusin", ({ target }) => {
  if (target.matches("input[data-suggest]")) import(document.querySelector("script[data-suggest]").dataset.suggest);
});

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
