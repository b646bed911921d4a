// @ts-check
// The search box: a combobox over people, topics, organisations, venues and papers, with what tells namesakes apart.

import { AskError } from "./api.js";
import { count, h, number, years } from "./element.js";

const PAUSE_MS = 130;

/** @typedef {{id: string, kind: string, label: string, hint: string}} Hit */

/** What tells a person apart from namesakes. */
const apart = ({ organisations, topics, metrics }) => [
  organisations[0]?.organisation.name,
  metrics && count(metrics.paperCount, "paper"),
  metrics && years(metrics.firstYear, metrics.lastYear),
  (topics ?? []).map(each => each.topic.label).join(", "),
].filter(Boolean).join(" · ");

const hits = data => [
  ...(data.people?.nodes ?? []).map(each => ({ id: each.id, kind: "people", label: each.name, hint: apart(each) })),
  ...(data.topics?.nodes ?? []).map(each => ({ id: each.id, kind: "topics", label: each.label, hint: count(each.paperCount, "paper") })),
  ...(data.organisations?.nodes ?? []).map(each => ({ id: each.id, kind: "organisations", label: each.name, hint: [each.country, each.paperCount != null && count(each.paperCount, "paper")].filter(Boolean).join(" · ") })),
  ...(data.venues?.nodes ?? []).filter(each => each.node.id).map(({ node }) => ({ id: node.id, kind: "venues", label: node.name, hint: [node.acronyms.join(", "), node.paperCount != null && count(node.paperCount, "paper")].filter(Boolean).join(" · ") })),
  ...(data.papers?.nodes ?? []).filter(each => each.node.id).map(({ node }) => ({ id: node.id, kind: "papers", label: node.title, hint: [node.year, node.venue].filter(Boolean).join(" · ") })),
];

const GROUPS = { people: "People", topics: "Topics", organisations: "Organisations", venues: "Venues", papers: "Papers" };

let boxes = 0;

/** A text box with a list of what it may mean. */
export function combobox(app, { label, hint, kinds, pick }) {
  const id = `find-${++boxes}`;
  const input = h("input", {
    id, type: "search", role: "combobox", placeholder: hint, "aria-label": label, "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list",
    autocomplete: "off", spellcheck: "false", enterkeyhint: "search",
  });
  const list = h("div", { id: `${id}-list`, class: "hits", role: "listbox", "aria-label": label, hidden: true });
  const element = h("div", { class: "find" }, input, list);
  let found = [], totals = {};
  let active = -1, timer = 0, asked = "", controller = new AbortController();

  function close() {
    clearTimeout(timer);
    controller.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function activate(next) {
    active = next;
    list.querySelectorAll("[role=option]").forEach((each, i) => {
      each.setAttribute("aria-selected", String(i === active));
      if (i === active) {
        each.scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", each.id);
      }
    });
  }

  function open(...content) {
    list.replaceChildren(...content);
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  function choose(hit) {
    close();
    input.value = "";
    input.blur();
    pick(hit);
  }

  function draw() {
    if (found.length === 0) return open(h("p", { class: "muted" }, "Nothing has all these words. Try fewer letters or another spelling."));
    const groups = kinds.map(kind => ({ kind, of: found.filter(each => each.kind === kind) })).filter(each => each.of.length);
    open(...groups.map(({ kind, of }) => h("div", { role: "group", "aria-label": GROUPS[kind] },
      (kinds.length > 1 || of.length < totals[kind]) && h("div", { class: "group", "aria-hidden": "true" }, GROUPS[kind], of.length < totals[kind] && ` · ${number(of.length)} of ${number(totals[kind])}`),
      of.map(hit => h("div", { role: "option", id: `${id}-${found.indexOf(hit)}`, "aria-selected": "false", onpointerdown: event => event.preventDefault(), onclick: () => choose(hit) },
        h("span", { class: "label", dir: "auto" }, hit.label), hit.hint && h("span", { class: "hint", dir: "auto" }, hit.hint))))));
    activate(-1);
    app.announce(`${found.length} found`);
  }

  async function find() {
    const text = input.value.trim();
    clearTimeout(timer);
    asked = text;
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    if (text.length < (/[^\x00-\u02ff]/.test(text) ? 1 : 2)) return close();
    const many = kinds.length === 1 ? 10 : undefined;
    const most = Object.fromEntries(Object.keys(GROUPS).map(kind => [kind, kinds.includes(kind) ? many : 0]).filter(([, value]) => value !== undefined));
    try {
      const data = await app.ask("find", { text, ...most }, { signal });
      totals = Object.fromEntries(kinds.map(kind => [kind, data[kind]?.totalCount ?? 0]));
      found = hits(data);
      if (!signal.aborted) draw();
    } catch (error) {
      if (!signal.aborted && error instanceof AskError) open(h("p", { class: "muted" }, error.message));
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE_MS);
  });
  input.addEventListener("focus", () => { if (input.value.trim()) find(); });
  input.addEventListener("blur", () => setTimeout(close, 120));
  input.addEventListener("keydown", async event => {
    const last = found.length - 1;
    if (event.key === "ArrowDown") list.hidden ? find() : activate(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp") activate(active <= 0 ? last : active - 1);
    else if (event.key === "Enter") {
      event.preventDefault();
      if (list.hidden || asked !== input.value.trim()) await find();
      const hit = found[Math.max(0, active)];
      if (hit && !list.hidden) choose(hit);
      return;
    } else if (event.key === "Escape") {
      if (list.hidden) input.blur();
      close();
    } else return;
    event.preventDefault();
  });

  return { element, input, close, focus: () => input.focus() };
}

/** Where a pick leads unless the view takes it. @type {Record<string, (id: string) => import("./question.js").Question>} */
const PAGES = {
  people: id => ({ view: "network", given: [id] }),
  topics: id => ({ view: "topic", id }),
  organisations: id => ({ view: "organisation", id }),
  venues: id => ({ view: "venue", id }),
  papers: id => ({ view: "paper", id }),
};

/** The search box of the page. A network shows whom it has and takes in whom it has not. */
export function createSearch(app) {
  return combobox(app, {
    label: "Search people, topics, organisations, venues and papers",
    hint: "Search people, topics, venues, papers",
    kinds: Object.keys(GROUPS),
    pick(hit) {
      const event = new CustomEvent("pick", { detail: hit, cancelable: true });
      if (document.dispatchEvent(event)) app.go(PAGES[hit.kind](hit.id));
    },
  });
}
