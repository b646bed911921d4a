// @ts-check
// The first screen: a question found in what is loaded, three more, and what is loaded from where.

import { count, h, number } from "../element.js";
import { example } from "../example.js";

/** The period of the first question. */
const DECADE = 10;

/** A topic with a greater share of the papers is about everything. */
const MAX_SHARE = 0.2;

/** Of fewer people all are shown, since those of a topic would be a handful. */
const MIN_PEOPLE = 1000;

/** People on the first map. */
const NODES = 220;

/** The last year that is more than a beginning. */
function lastYear(activity) {
  const most = Math.max(...activity.map(each => each.papers));
  return activity.filter(each => each.papers >= most / 10).pop()?.year;
}

/**
 * The topic whose people are worth a map: on many papers of both halves of the period, and drawn to topics of its own rather than to all
 * alike. What every paper may be about, such as a benchmark, occurs with all topics about as often as by chance.
 */
export function worthAMap(halves) {
  const topics = new Map(), all = halves.reduce((sum, each) => sum + each.totals.papersConsidered, 0);
  for (const { nodes, edges } of halves) {
    const here = new Map(nodes.map(each => [each.topic.id, each]));
    for (const { topic, papers } of nodes) {
      const of = topics.get(topic.id) ?? { topic, papers: 0, halves: [], joint: 0, drawn: 0 };
      of.papers += papers;
      of.halves.push(papers);
      topics.set(topic.id, of);
    }
    for (const { source, target, papers, observedToExpected } of edges) {
      for (const of of [source, target].filter(end => here.has(end)).map(end => topics.get(end))) {
        of.joint += papers;
        of.drawn += papers * Math.min(5, observedToExpected);
      }
    }
  }
  const worth = of => (of.halves.length < halves.length || of.joint === 0 || of.papers > all * MAX_SHARE ? 0 : Math.sqrt(Math.min(...of.halves)) * Math.max(0, of.drawn / of.joint - 1));
  return [...topics.values()].filter(worth).sort((a, b) => worth(b) - worth(a) || b.papers - a.papers)[0]?.topic ?? null;
}

let chosen = null;

document.addEventListener("loaded", () => { chosen = null; });

/** The first question, with what is loaded; null if nothing is. */
export function living(app) {
  chosen ??= choose(app);
  chosen.catch(() => { chosen = null; });
  return chosen;
}

async function choose(app) {
  const ask = async input => (await app.ask("frequent-topics", { input })).topicNeighbourhood;
  const [{ graphSummary: summary }, all] = await Promise.all([app.ask("what-is-loaded"), ask({ maxNodes: 1, maxEdges: 1 })]);
  if (summary.papers === 0) {
    chosen = null;
    return null;
  }
  const to = lastYear(all.activity), from = to && to - DECADE + 1;
  const halves = to ? [{ from, to: to - DECADE / 2 }, { from: to - DECADE / 2 + 1, to }] : [undefined];
  const topic = summary.authors < MIN_PEOPLE ? null : worthAMap(await Promise.all(halves.map(window => ask({ maxNodes: 80, maxEdges: 800, within: window && { window } }))));
  const narrowed = topic ? { topics: [topic.id], from: from && Math.max(from, all.activity[0].year), to } : {};
  return { question: { view: "network", ...narrowed, nodes: NODES }, topic, summary };
}

export function welcome(app, { topic, summary }, m) {
  const strongest = m.nodes.reduce((a, b) => (b.papers > a.papers ? b : a), m.nodes[0]);
  const far = m.colleges.filter(each => each.slot >= 0).map(each => each.members.reduce((a, b) => (m.nodes[b].papers > m.nodes[a].papers ? b : a)));
  const from = m.nodes[far[0]], to = far.slice(1).map(i => m.nodes[i]).find(each => from && !each.ties.some(t => m.ties[t].a === far[0] || m.ties[t].b === far[0]));
  const questions = [];
  if (strongest) questions.push([`Whom does ${strongest.label} write with?`, { view: "network", given: [strongest.id] }]);
  if (topic) questions.push([`Which topics go with ${topic.label}?`, { view: "network", kind: "topics", given: [topic.id] }]);
  if (from && to) questions.push([`How are ${from.label} and ${to.label} connected?`, { view: "paths", from: from.id, to: to.id }]);
  if (questions.length < 3 && summary.organisations > 0) questions.push(["Which organisations publish together?", { view: "network", kind: "organisations" }]);
  return [
    h("h2", {}, "Who works with whom, on what, since when"),
    h("p", {}, "Each dot is a person, each line their joint papers, each colour a college: people who mostly write with each other. Click one, or ask:"),
    h("ul", { class: "questions" }, questions.map(([words, question]) => h("li", {}, h("a", { href: app.href(question) }, words)))),
    h("p", { class: "loaded" }, h("b", {}, "Loaded: "), ["papers", "authors", "organisations", "topics"].filter(each => summary[each] > 0)
      .map(each => `${number(summary[each])} ${each === "authors" ? "people" : each}`).join(", "), ". ",
    sources(summary.sources), " ", h("a", { href: app.href({ view: "load" }) }, "More")),
    example(app, summary.sources) ?? "",
  ];
}

function sources(all) {
  const largest = [...all].sort((a, b) => b.records - a.records).slice(0, 3).map(each => each.name + (each.licence ? ` (${each.licence})` : ""));
  return `From ${largest.join(", ")}${all.length > 3 ? ` and ${count(all.length - 3, "other source")}` : ""}.`;
}

/** What to do with an empty graph. */
export const emptyState = app => h("div", { class: "state" },
  h("h1", {}, "Nothing is loaded yet"),
  h("p", {}, "Load a bibliography from the command line, for example:"),
  h("pre", {}, "bin/invisible-college ingest library.bib\nbin/invisible-college ingest acl-anthology ../acl-anthology"),
  h("p", {}, "BibTeX, RIS, CSL-JSON, Crossref, OpenAlex, Scopus, Web of Science, PubMed, DBLP and others are read. With a key you can also ", h("a", { href: "?view=load" }, "load from here"), "."),
  example(app, []));
