// @ts-check
// The legend: the colleges by their topics. A click isolates one and dims the others; further clicks add some.

import { h } from "../element.js";
import { legendText } from "./model.js";

const HEADINGS = { people: "Colleges", organisations: "Groups", topics: "Fields" };

export function createLegend(view, between, isolate) {
  const heading = h("h2", {}), list = h("ul", {}), all = h("button", { type: "button", class: "link", hidden: true, onclick: () => set([]) }, "Show all");
  const element = h("div", { class: "panel legend" }, h("div", { class: "row" }, heading, all), list, between);
  let only = new Set();

  function set(keys) {
    only = new Set(keys);
    mark();
    isolate(only);
  }

  function mark() {
    all.hidden = only.size === 0;
    list.querySelectorAll("button").forEach(each => each.setAttribute("aria-pressed", String(only.has(each.dataset.key ?? ""))));
    list.toggleAttribute("data-some", only.size > 0);
  }

  return {
    element,
    clear: () => set([]),
    show({ colleges }, q) {
      only = new Set(q.only);
      heading.textContent = HEADINGS[q.kind];
      const coloured = colleges.filter(each => each.slot >= 0), rest = colleges.filter(each => each.slot < 0);
      list.replaceChildren(...coloured.map(each => h("li", {}, h("button", {
        type: "button", "data-key": each.key, title: each.topics.map(topic => topic.label).join(", "),
        onclick: () => set(only.has(each.key) ? [...only].filter(key => key !== each.key) : [...only, each.key]),
      }, h("i", { class: "dot", style: { background: `var(--college-${each.slot})` } }), h("span", { dir: "auto" }, legendText(each)), h("em", {}, each.members.length)))),
      ...(rest.length === 0 ? [] : [h("li", { class: "rest" }, h("i", { class: "dot" }), h("span", {}, rest.length === 1 ? "1 smaller one" : `${rest.length} smaller ones`), h("em", {}, rest.reduce((sum, each) => sum + each.members.length, 0)))]));
      element.hidden = coloured.length === 0;
      mark();
    },
  };
}
