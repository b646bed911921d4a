// @ts-check
// The settings of a network: what counts and how much is shown. What differs from the usual stands as chips under the title.

import { h, number } from "../element.js";
import { DEFAULTS, MAX_NODES } from "../question.js";
import { combobox } from "../search.js";
import { readPin } from "./model.js";

const ALL = ["people", "organisations", "topics"];

const FIELDS = [
  { key: "depth", kinds: ALL, label: "Steps from the given", options: [[0, "none: ties among them"], [1, "1: direct ties"], [2, "2: their ties too"], [3, "3"]], when: q => q.given.length > 0 },
  { key: "nodes", kinds: ALL, label: "Shown at most", min: 10, max: MAX_NODES, step: 10 },
  { key: "counting", kinds: ["people", "organisations"], label: "A joint paper counts", options: [["FULL", "1 (full)"], ["FRACTIONAL", "1/(n−1) (fractional)"], ["REFINED", "2/(n(n−1)) (refined)"]], hint: "n is the number of authors or organisations on it." },
  { key: "normalisation", kinds: ["topics"], label: "Strength of a tie", options: [["ASSOCIATION_STRENGTH", "association strength"], ["COUNT", "joint papers"], ["COSINE", "cosine"], ["JACCARD", "Jaccard"], ["INCLUSION", "inclusion"], ["EQUIVALENCE", "equivalence"]] },
  { key: "rank", kinds: ["topics"], label: "Chosen by", options: [["PAPERS", "joint papers"], ["WEIGHT", "strength, which favours rare ones"]] },
  { key: "maxAuthors", kinds: ["people"], label: "Most authors of a paper", min: 0, max: 10000, step: 1, hint: "Papers with more tie nobody; 0 for no limit." },
  { key: "minPapers", kinds: ALL, label: "Least joint papers of a tie", min: 1, max: 1000, step: 1 },
  { key: "minEach", kinds: ["people"], label: "Least papers of a person", min: 1, max: 1000, step: 1 },
  { key: "resolution", kinds: ALL, label: "Resolution of the groups", min: 0.1, max: 20, step: 0.1, hint: "Higher gives more and smaller ones." },
  { key: "layout", kinds: ALL, label: "Placed", options: [["READABLE", "for reading, groups together"], ["VOS", "as VOSviewer places"]] },
];

const FILTERS = [
  { key: "topics", kind: "topics", label: "Only papers on", hint: "Add a topic" },
  { key: "organisations", kind: "organisations", label: "Only papers from", hint: "Add an organisation" },
  { key: "venues", kind: "venues", label: "Only papers in", hint: "Add a venue" },
];

/** How a setting that is not the usual one reads as a chip. */
const SHORT = {
  depth: value => `${value} steps`,
  counting: value => `${value.toLowerCase()} counting`,
  normalisation: value => value.toLowerCase().replace("_", " "),
  rank: () => "chosen by strength",
  maxAuthors: value => (value ? `at most ${number(value)} authors a paper` : "papers with any number of authors"),
  minPapers: value => `ties of ${number(value)} papers and more`,
  minEach: value => `people with ${number(value)} papers and more`,
  resolution: value => `resolution ${value}`,
  layout: () => "placed as by VOSviewer",
};

/** What a question changed of another one about the same, in a few words. */
export function change(before, q, names) {
  const name = id => names.get(id) ?? id, added = key => q[key].filter(each => !before[key].includes(each));
  return [
    ...added("expanded").map(id => `+ ${name(id)}`), ...added("hidden").map(id => `− ${name(id)}`), ...added("pins").map(pin => `${name(readPin(pin)[0])} pinned`),
    ...(q.nodes === before.nodes ? [] : [`${number(q.nodes)} shown`]), ...(q.arranged === before.arranged ? [] : ["rearranged"]),
    ...Object.keys(SHORT).filter(key => q[key] !== before[key] && q[key] !== undefined).map(key => SHORT[key](q[key])),
  ].join(", ");
}

export function createControls(view) {
  const form = h("form", { onsubmit: event => event.preventDefault() });
  const element = h("div", { class: "panel controls" }, h("div", { class: "row" }, h("h2", {}, "Settings"),
    h("button", { type: "button", class: "quiet icon", "aria-label": "Close the settings", onclick: () => document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })) }, "×")), form);
  let kind = "";

  /** @param {any} field */
  function control({ key, label, hint, options, min, max, step }) {
    const id = `set-${key}`;
    const made = options
      ? h("select", { id, name: key }, options.map(([value, words]) => h("option", { value }, words)))
      : h("input", { id, name: key, type: "number", min, max, step, inputmode: "decimal" });
    made.addEventListener("change", () => {
      if (!made.checkValidity() || made.value === "") return void made.reportValidity?.();
      view.ask({ [key]: Number.isNaN(+made.value) ? made.value : +made.value });
    });
    return h("div", { class: "field", "data-key": key }, h("label", { for: id }, label), made, hint && h("small", {}, hint));
  }

  function build() {
    form.replaceChildren(
      h("div", { class: "field" }, h("label", { for: "set-kind" }, "Map of"), kinds()),
      ...FIELDS.filter(each => each.kinds.includes(kind)).map(control),
      ...FILTERS.map(({ key, kind: of, label, hint }) => h("div", { class: "field", "data-key": key }, h("span", {}, label), h("div", { class: "chips" }), combobox(view.app, {
        label: hint, hint, kinds: [of],
        pick: hit => {
          view.names.set(hit.id, hit.label);
          view.ask({ [key]: [...view.question()[key], hit.id] });
        },
      }).element)));
  }

  function kinds() {
    const made = h("select", { id: "set-kind", name: "kind" }, [["people", "people"], ["organisations", "organisations"], ["topics", "topics"]].map(([value, words]) => h("option", { value }, words)));
    made.addEventListener("change", () => {
      const { from, to, topics, organisations, venues, embed } = view.question();
      view.app.go({ view: "network", kind: made.value, from, to, topics, organisations, venues, embed });
    });
    return made;
  }

  const chip = (text, remove) => h("span", { class: "chip" }, h("span", { dir: "auto" }, text), h("button", { type: "button", "aria-label": `Without ${text}`, onclick: remove }, "×"));

  const listed = (q, key) => q[key].map(id => chip(view.names.get(id) ?? id, () => view.ask({ [key]: q[key].filter(each => each !== id) })));

  return {
    element,
    show(q) {
      if (kind !== q.kind) {
        kind = q.kind;
        build();
      }
      form.elements.kind.value = kind;
      for (const field of FIELDS) {
        const made = form.elements[field.key];
        if (!made) continue;
        made.value = q[field.key];
        made.closest(".field").hidden = field.when ? !field.when(q) : false;
      }
      for (const key of ["topics", "organisations", "venues"]) form.querySelector(`[data-key=${key}] .chips`).replaceChildren(...listed(q, key));
    },
    /** What was asked beyond the usual, each with a button that takes it back. */
    chips(q) {
      const usual = DEFAULTS[q.kind];
      return [
        ...["topics", "organisations", "venues"].flatMap(key => listed(q, key)),
        ...Object.keys(SHORT).filter(key => key in usual && q[key] !== usual[key]).map(key => chip(SHORT[key](q[key]), () => view.ask({ [key]: usual[key] }))),
        ...(q.given.length > 1 ? q.given.map(id => chip(view.names.get(id) ?? id, () => view.ask({ given: q.given.filter(each => each !== id) }))) : []),
        ...q.expanded.map(id => chip(`+ ${view.names.get(id) ?? id}`, () => view.ask({ expanded: q.expanded.filter(each => each !== id), arranged: Math.min(q.arranged ?? 0, q.expanded.length - 1) || undefined }))),
        ...(q.hidden.length ? [chip(`${number(q.hidden.length)} removed`, () => view.ask({ hidden: [] }))] : []),
        ...(q.pins.length ? [chip(`${number(q.pins.length)} pinned`, () => view.ask({ pins: [] }))] : []),
      ];
    },
  };
}
