// @ts-check
// The explorer: it keeps the question in the address, shows the view that answers it, and gives views what they share.

import { ask, AskError } from "./api.js";
import { h, number } from "./element.js";
import { read, tidy, write } from "./question.js";
import { createShell } from "./shell.js";

/** @typedef {import("./question.js").Question} Question */

/**
 * What a view is given.
 * @typedef {object} App
 * @property {(operation: string, variables?: any, options?: {signal?: AbortSignal}) => Promise<any>} ask  data, or an AskError in plain words
 * @property {(question: Question) => void} go  shows another question, as a step that can be undone
 * @property {(partial: Question) => void} change  asks the present question with some parts changed
 * @property {(partial: Question) => void} note  changes the address without a step, for what is selected
 * @property {(question: Question) => string} href  the address of a question, for links
 * @property {() => Question} question  the present one
 * @property {() => string | null} key  the API key, which only the memory of this tab has
 * @property {(key: string | null) => void} setKey
 * @property {(text: string) => void} announce  tells those who listen
 * @property {(text: string, step?: string) => void} entitle  names the page and the step of the trail
 * @property {(value: number) => string} number
 * @property {typeof h} h
 */

/** @type {string | null} */
let key = null;
/** @type {Question} */
let question = {};
/** @type {any} */
let shown = null;
let controller = new AbortController();
let turn = 0;

const main = h("main", { id: "place", tabindex: -1 });

/** @type {App} */
const app = {
  ask: (name, variables, options) => ask(name, variables, { key, signal: controller.signal, waiting: shell.waiting, ...options }),
  go: next => step(write(next)),
  change: partial => step(write({ ...question, ...partial })),
  note(partial) {
    question = tidy({ ...question, ...partial });
    history.replaceState(history.state, "", write(question));
    shell.trail.rename(write(question));
  },
  href: write,
  question: () => question,
  key: () => key,
  setKey(next) {
    key = next || null;
    shell.hasKey(key !== null);
    if (question.view && question.view !== "network") show();
  },
  announce: text => shell.announce(text),
  entitle(text, step = text) {
    document.title = text ? `${text} · Invisible College` : "Invisible College";
    shell.trail.entitle(step || "Start");
  },
  number,
  h,
};

const shell = createShell(app);
document.body.append(...shell.parts(main));

function step(href) {
  if (href === write(question)) return;
  shell.trail.push(href);
  show();
}

/** The module of a view; those of one thing are pages of their own. */
const moduleOf = view => (view === "network" || !/^[a-z]+$/.test(view) ? "./network/network.js" : `./pages/${view}.js`);

/** @type {Promise<any> | null} */
let styles = null;

/** The styles of pages, which a map does not need. They come before those of the whole, which may overrule them. */
const styled = () => (styles ??= new Promise(done => document.querySelector("link[rel=stylesheet]")?.before(
  h("link", { rel: "stylesheet", href: "explorer/pages/pages.css", onload: done, onerror: done }))));

async function show() {
  const next = read(location.search), mine = ++turn, same = shown?.next && (next.view ?? "network") === "network" && next.embed === question.embed;
  question = next;
  controller.abort();
  controller = new AbortController();
  document.documentElement.toggleAttribute("data-embed", "embed" in question);
  shell.close();
  if (!same) {
    shown?.();
    shown = null;
    main.replaceChildren();
    main.className = `view-${question.view ?? "network"}`;
  }
  main.ariaBusy = "true";
  try {
    if (same) return void (await shown.next(question));
    const name = question.view ?? "network";
    const [view] = await Promise.all([import(moduleOf(name)), name !== "network" && styled()]);
    if (mine !== turn) return;
    const place = h("div", { class: "place" });
    main.append(place);
    const end = await view.show(place, question, app);
    if (mine !== turn) return void end?.();
    shown = end ?? null;
    if (question.view && question.view !== "network") {
      app.entitle(place.querySelector("h1")?.textContent ?? question.view);
      main.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  } catch (error) {
    if (mine === turn) fail(error);
  } finally {
    if (mine === turn) main.ariaBusy = null;
  }
}

function fail(error) {
  if (error.name === "AbortError") return;
  if (!(error instanceof AskError)) console.error(error);
  const words = error instanceof AskError ? error.message : "This page could not be shown. Reload it, or start again.";
  shown?.();
  shown = null;
  main.replaceChildren(h("div", { class: "state", role: "alert" },
    h("h1", {}, "No answer"), h("p", {}, words),
    h("p", {}, h("button", { type: "button", class: "primary", onclick: show }, "Ask again"), " ",
      h("button", { type: "button", onclick: () => history.back() }, "Back"), " ", h("a", { href: "./" }, "Start again"))));
  app.entitle("No answer");
}

addEventListener("popstate", () => {
  shell.trail.moved();
  show();
});

// Links to questions are followed without loading the page again.
document.addEventListener("click", event => {
  const link = /** @type {Element} */ (event.target).closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const href = link.getAttribute("href") ?? "";
  if (link.hasAttribute("download") || link.getAttribute("target") || !(href === "./" || href.startsWith("?"))) return;
  event.preventDefault();
  step(href);
});

show();
