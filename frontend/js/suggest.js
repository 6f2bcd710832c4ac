// What a search field offers while somebody types. The loader fetches this at the first focus; without it the field is a
// plain form.

const PAUSE = 100;
const SHORTEST = 2;

const option = (list, text, kind, href) => {
  const item = document.createElement("li");
  item.role = "option";
  item.id = `${list.id}-${list.children.length}`;
  item.ariaSelected = "false";
  item.dataset.href = href;
  const words = document.createElement("span");
  words.textContent = text;
  item.append(words);
  if (kind) {
    const small = document.createElement("small");
    small.textContent = kind;
    item.append(small);
  }
  list.append(item);
};

const attach = (input) => {
  const { form } = input;
  const { suggest: api } = input.dataset;
  const list = document.createElement("ul");
  list.id = `${input.id}-list`;
  list.role = "listbox";
  list.className = "suggestions";
  list.ariaLabel = input.dataset.label;
  list.hidden = true;
  form.append(list);
  input.role = "combobox";
  input.ariaAutoComplete = "list";
  input.ariaExpanded = "false";
  input.setAttribute("aria-controls", list.id);

  let timer;
  let asked;
  let active = -1;

  const mark = (place) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = place;
    const item = list.children[active];
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    if (item) input.setAttribute("aria-activedescendant", item.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (is) => {
    list.hidden = !is;
    input.ariaExpanded = String(is);
    if (!is) mark(-1);
  };
  const fill = (found) => {
    mark(-1);
    list.replaceChildren();
    for (const words of found.words) option(list, words, "", `${form.action}?q=${encodeURIComponent(words)}`);
    for (const { slug, name, sentra } of found.categories) option(list, name, sentra, `${form.action}?kategori=${slug}`);
    for (const { slug, name, shop } of found.products) option(list, name, shop, `${form.action}/${slug}`);
    show(list.children.length > 0);
  };
  const ask = async () => {
    asked?.abort();
    const q = input.value.trim();
    if (q.length < SHORTEST) return show(false);
    asked = new AbortController();
    const { signal } = asked;
    try {
      const headers = { "Accept-Language": document.documentElement.lang };
      const answer = await fetch(`${api}?q=${encodeURIComponent(q)}`, { signal, headers });
      if (answer.ok) fill(await answer.json());
    } catch {
      // Out of date, or no network: the form still works.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (moves[event.key] && count) {
      event.preventDefault();
      const from = active < 0 && event.key === "ArrowUp" ? 0 : active;
      show(true);
      mark((from + moves[event.key] + count) % count);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      show(false);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      location.assign(list.children[active].dataset.href);
    }
  });
  input.addEventListener("blur", () => {
    clearTimeout(timer);
    asked?.abort();
    show(false);
  });
  // The field keeps the focus, so that the list is still there when the button is let go.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) location.assign(item.dataset.href);
  });
  if (document.activeElement === input) ask();
};

for (const input of document.querySelectorAll("input[data-suggest]")) attach(input);
