// @ts-check
// How two people are connected: paths of co-authors, and the papers of each step.
import { finder } from "./identity.js";
import { page } from "./parts.js";

/** @typedef {import("./parts.js").Kit} Kit */

const MEASURES = { HOPS: "fewest steps", STRENGTH: "strongest ties" };
const NUMBERS = { 1: "the first path", 3: "3 paths", 5: "5 paths", 10: "10 paths" };

/** Papers with more authors connect nobody here. */
const MAX_AUTHORS = 100;

/** @param {HTMLElement} place @param {import("../main.js").App} app */
export async function show(place, question, app) {
  const p = page(place, app);
  const { h } = p;
  const { from, to, by = "HOPS", k = 3 } = question;
  return p.whole(async () => {
    const ids = [from, to].filter(Boolean);
    const nodes = ids.length ? (await p.ask("names", { ids })).nodes : [];
    const end = (label, /** @type {"from" | "to"} */ key) => {
      const known = question[key] && nodes[ids.indexOf(question[key])];
      return h("div", { class: "panel" },
        h("h2", {}, label, known && [" ", p.person({ id: known.id, name: known.label })]),
        question[key] && !known && h("p", { class: "failure" }, `Nobody has the id “${question[key]}”.`),
        finder(app, known ? `${label} somebody else` : `${label} whom?`, id => app.change({ [key]: id })));
    };
    const isAsked = from && to && nodes.every(Boolean);
    return [
      p.head("Paths", isAsked ? `From ${nodes[0].label} to ${nodes[nodes.length - 1].label}` : "How are two people connected?"),
      h("div", { class: "columns even" }, end("From", "from"), end("To", "to")),
      isAsked && h("p", { class: "controls" },
        p.choice("Show", NUMBERS, String(k), value => app.change({ k: Number(value) })),
        p.choice("with the", MEASURES, by, value => app.change({ by: value })),
        h("button", { type: "button", onclick: () => app.change({ from: to, to: from }) }, "Other way round")),
      isAsked && p.section("Paths", async () => paths(p, (await p.ask("paths-between-people", { input: { from, to, by, k: Number(k) } })).collaborationPaths),
        `Each step is a pair with joint papers; papers with more than ${MAX_AUTHORS} authors connect nobody.`),
      !isAsked && h("p", { class: "muted" }, "Choose two people: the shortest chain of co-authors between them is shown, with the papers on each step."),
    ];
  });
}

/** @param {Kit} p */
function paths(p, { connected, distance, fromComponentSize, toComponentSize, paths: found }) {
  const { h } = p;
  if (!found.length) {
    return h("p", {}, connected ? "They are connected, but only by more steps than were searched."
      : `Nothing connects them. ${p.count(fromComponentSize, "person is", "people are")} connected with the first, ${p.number(toComponentSize)} with the second.`);
  }
  return [
    h("p", {}, distance === 0 ? "This is one person." : distance === 1 ? "They write together." : `They are ${p.count(distance, "step")} apart. `,
      h("a", { href: p.href({ view: "network", kind: "people", given: [...new Set(found.flatMap(path => path.authors.map(each => each.id)))], depth: 0 }) }, "Show the paths as a network")),
    h("div", { class: "paths" }, found.map((path, at) => h("section", { class: "path", "aria-label": `Path ${at + 1}` },
      h("h3", {}, `Path ${at + 1}: ${p.count(path.length, "step")}`),
      h("ol", {}, path.authors.map((author, i) => h("li", {}, p.person(author), i < path.steps.length && step(p, path, i))))))),
  ];
}

/** @param {Kit} p @param {Kit} path */
function step(p, path, i) {
  const { paperCount, papers } = path.steps[i];
  const pair = [path.authors[i].id, path.authors[i + 1].id];
  return p.h("div", { class: "step" },
    p.h("ul", { class: "papers" }, papers.map(paper => p.paper(paper))),
    paperCount > papers.length && p.jointPapers(paperCount, { authorsAll: pair, maxAuthorsPerPaper: MAX_AUTHORS }, `all ${p.count(paperCount, "paper")}`));
}
