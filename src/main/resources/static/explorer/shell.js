// @ts-check
// What is round every view: the search box, the trail of questions, the theme, the key, the list of shortcuts.

import { h } from "./element.js";
import { theme } from "./map/colours.js";
import { createSearch } from "./search.js";

const MAX_STEPS = 12;

export const SHORTCUTS = [
  ["/", "search"], ["← → ↑ ↓", "go to the next node in that direction"], ["Enter", "look at the node"], ["E", "expand it: bring in those it is tied to"],
  ["P", "pin it where it is, or let it go"], ["Delete", "remove it from the map"], ["Backspace", "undo: back to the last question"], ["T", "show or hide the table"],
  ["+ − 0", "zoom in, zoom out, show everything"], ["Esc", "clear the selection, close what is open"], ["?", "this list"],
];

export function createShell(app) {
  const live = h("div", { class: "unseen", "aria-live": "polite" });
  const notice = h("p", { class: "notice", role: "status", hidden: true });
  const search = createSearch(app);
  const trail = createTrail();

  const keyDialog = h("dialog", { "aria-labelledby": "key-title" }, h("form", { method: "dialog", onsubmit: event => {
    const chosen = event.submitter?.value === "use" ? keyDialog.querySelector("input").value.trim() : event.submitter?.value === "forget" ? "" : null;
    if (chosen !== null) app.setKey(chosen);
    keyDialog.querySelector("input").value = "";
  } },
    h("h2", { id: "key-title" }, "API key"),
    h("p", {}, "Curating, loading and managing keys need a key. It stays in the memory of this tab and is gone when you close or reload it."),
    h("label", {}, "Key ", h("input", { type: "password", autocomplete: "off", spellcheck: "false" })),
    h("p", { class: "row" }, h("button", { value: "use", class: "primary" }, "Use it"), h("button", { value: "forget" }, "Forget it"), h("button", { value: "cancel" }, "Cancel")),
    h("p", { class: "links" }, h("a", { href: "?view=curation" }, "Curation"), h("a", { href: "?view=load" }, "Loading"), h("a", { href: "?view=keys" }, "Keys"))));
  const helpDialog = h("dialog", { "aria-labelledby": "help-title" },
    h("h2", { id: "help-title" }, "Shortcuts"),
    h("dl", { class: "keys" }, SHORTCUTS.map(([keys, what]) => h("div", {}, h("dt", {}, h("kbd", {}, keys)), h("dd", {}, what)))),
    h("p", {}, "Drag a node to pin it, click a tie to see its papers, double-click a node to expand it."),
    h("form", { method: "dialog" }, h("button", { class: "primary" }, "Close")));

  const keyButton = h("button", { type: "button", class: "quiet", onclick: () => keyDialog.showModal() }, "Key");
  const themeButton = h("button", { type: "button", class: "quiet icon", title: "Light or dark", "aria-label": "Switch between light and dark", onclick: () => {
    const next = theme() === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    try { localStorage.setItem("theme", next); } catch { /* without storage it holds for this page */ }
    document.dispatchEvent(new Event("themechange"));
  } }, "◐");
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => document.dispatchEvent(new Event("themechange")));

  const header = h("header", { class: "bar" },
    h("a", { class: "brand", href: "./", "aria-label": "Invisible College" }, mark(), h("span", {}, "Invisible College")),
    search.element,
    h("nav", { "aria-label": "Service" },
      h("a", { class: "quiet wide", href: "?view=load" }, "Data"), h("a", { class: "quiet wide", href: "graphiql" }, "API"), keyButton, themeButton,
      h("button", { type: "button", class: "quiet icon", "aria-label": "Shortcuts", title: "Shortcuts (?)", onclick: () => helpDialog.showModal() }, "?")));

  addEventListener("keydown", event => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select, dialog, [contenteditable]")) return;
    if (event.key === "/") search.focus();
    else if (event.key === "?") helpDialog.showModal();
    else if (event.key === "Backspace") history.back();
    else return;
    event.preventDefault();
  });

  return {
    parts: main => [h("a", { class: "skip", href: "#place", onclick: event => { event.preventDefault(); main.focus(); } }, "Skip to the content"), header, trail.element, notice, main, live, keyDialog, helpDialog],
    trail,
    announce: text => { live.textContent = text; },
    waiting(words) {
      notice.hidden = !words;
      notice.textContent = words ?? "";
    },
    hasKey: has => {
      keyButton.textContent = has ? "Key ✓" : "Key";
    },
    close() {
      search.close();
      keyDialog.close();
      helpDialog.close();
    },
  };
}

/** Three circles that share members. */
const mark = () => h("svg", { width: 22, height: 22, viewBox: "0 0 22 22", "aria-hidden": "true" },
  [[8, 8, 5], [15, 13, 4], [6.5, 16.5, 2.5]].map(([cx, cy, r]) => h("circle", { cx, cy, r })));

/** The last questions. Each is an entry of the browser's history, so that "back" undoes a step. */
function createTrail() {
  const list = h("ol", {}), element = h("nav", { class: "trail", "aria-label": "Your last questions" }, list);
  let steps = [];
  try { steps = JSON.parse(sessionStorage.getItem("trail") ?? "[]"); } catch { /* a new trail */ }
  let at = history.state?.step ?? steps.length;
  const here = () => location.search || "./";
  if (steps[at]?.href !== here()) {
    steps = steps.slice(0, at);
    steps[at] = { href: here(), title: "…" };
    if (history.state?.step !== at) history.replaceState({ step: at }, "");
  }

  function draw() {
    try { sessionStorage.setItem("trail", JSON.stringify(steps)); } catch { /* it lasts until the page is left */ }
    const from = Math.max(0, Math.min(at, steps.length - 1) - MAX_STEPS + 2);
    list.replaceChildren(...steps.slice(from, from + MAX_STEPS).map((each, i) => h("li", {},
      h("a", { href: each?.href ?? "./", "aria-current": from + i === at && "step", class: from + i > at && "undone", onclick: event => {
        event.preventDefault();
        event.stopPropagation();
        if (from + i !== at) history.go(from + i - at);
      } }, each?.title ?? "…"))));
    element.hidden = steps.length < 2;
    list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  draw();
  return {
    element,
    push(href) {
      steps = steps.slice(0, ++at);
      steps[at] = { href, title: "…" };
      history.pushState({ step: at }, "", href);
      draw();
    },
    moved() {
      at = history.state?.step ?? 0;
      draw();
    },
    entitle(title) {
      if (steps[at] && steps[at].title !== "…") return;
      steps[at] = { href: here(), title };
      draw();
    },
    rename(href) {
      if (!steps[at]) return;
      steps[at].href = href;
      draw();
    },
  };
}

