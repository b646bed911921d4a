// @ts-check
// A topic: its neighbourhood, its years, its experts and organisations, and the papers with the words that say so.
import { combobox } from "../search.js";
import { growing, page, paged, PAPER_ORDERS, percent, spans } from "./parts.js";

/** @typedef {import("./parts.js").Kit} Kit */

const NORMALISATIONS = {
  ASSOCIATION_STRENGTH: "association strength", COSINE: "cosine", JACCARD: "Jaccard", INCLUSION: "inclusion", EQUIVALENCE: "equivalence", COUNT: "joint papers",
};
const RANKS = { SIGNIFICANCE: "what is special to it", PAPERS: "number of joint papers", WEIGHT: "weight" };
const AGES = { all: "all years alike", slow: "recent ones more: half after 10 years", fast: "recent ones more: half after 3 years" };
const HALF_LIVES = { all: null, slow: 10, fast: 3 };

/** @param {HTMLElement} place @param {import("../main.js").App} app */
export async function show(place, question, app) {
  const p = page(place, app);
  return p.whole(async () => {
    const { topic } = await p.ask("topic", { id: question.id });
    if (!topic) return p.unknown("Topic", question.id);
    const { id, label } = topic;
    return [
      p.head("Topic", label, [p.count(topic.paperCount, "paper"), `vocabulary ${topic.scheme}`, topic.altLabels.length > 0 && ["also ", topic.altLabels.join(", ")]], [
        p.h("a", { class: "button primary", href: p.href({ view: "network", kind: "topics", given: [id] }) }, "Map of its neighbourhood"),
        p.h("a", { class: "button", href: p.href({ view: "network", kind: "people", topics: [id] }) }, "Who works on it together"),
      ]),
      p.columns(
        [
          p.section("Papers per year", async () => p.bars((await p.ask("years-of-a-topic", { id })).topic.trend, "Papers per year")),
          neighbours(p, id), papers(p, topic),
        ],
        [experts(p, id, app), organisations(p, id), ...hierarchy(p, topic)]),
    ];
  });
}

/** Topics above, below and beside this one. @param {Kit} p */
function hierarchy(p, topic) {
  return [["Broader topics", topic.broader], ["Narrower topics", topic.narrower], ["Related topics", topic.related]].map(([title, topics]) => topics.length > 0
    && p.section(title, () => p.listing(p.h("ul", {}), growing(12, async () => topics),
      each => p.h("li", {}, p.topic(each), p.h("span", { class: "muted" }, ` ${p.number(each.paperCount)}`)), "")));
}

/** @param {Kit} p */
function neighbours(p, id) {
  const state = { normalisation: "ASSOCIATION_STRENGTH", rankBy: "SIGNIFICANCE" };
  const body = p.h("div", {});
  const put = () => void p.fill(body, () => {
    const { body: rows, table } = p.table("Topics on the same papers", ["Topic", "#Joint papers", "#Weight", "#Times chance"]);
    return p.listing(rows, growing(15, async first => (await p.ask("neighbours-of-a-topic", { id, first, ...state })).topic.neighbours),
      each => p.row([p.topic(each.topic), each.papers, p.figure(short(each.weight)), p.figure(short(each.observedToExpected))]),
      "No other topic is on at least two of these papers.", table);
  });
  put();
  return p.panel("Which topics occur with it",
    p.h("p", { class: "controls" },
      p.choice("Ordered by", RANKS, state.rankBy, value => { state.rankBy = value; put(); }),
      p.choice("weighed by", NORMALISATIONS, state.normalisation, value => { state.normalisation = value; put(); })),
    body,
    p.h("p", { class: "muted" }, "“Times chance” above 1: they occur together more often than two independent topics would."));
}

/** Three digits of a number, however small. @param {number} value */
const short = value => (value === 0 ? "0" : value >= 100 ? String(Math.round(value)) : value >= 0.001 ? value.toPrecision(3)
  : value.toExponential(1).replace(/e-(\d+)/, (_, power) => ` · 10⁻${[...power].map(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]).join("")}`));

/** @param {Kit} p */
function experts(p, id, app) {
  let age = "all", /** @type {any} */ stranger = null;
  const body = p.h("div", {}), said = p.h("p", {});
  /** Those of a list who have no joint paper with the chosen person, as the service says. */
  const strangers = async list => {
    if (!stranger || list.length === 0) return list;
    const authors = [stranger.id, ...list.map(each => each.author.id)];
    const { collaborationNetwork: { edges } } = await p.ask("map-of-people", { input: { authors, depth: 0, maxAuthorsPerPaper: null, maxNodes: authors.length, maxEdges: authors.length ** 2 } });
    const tied = new Set(edges.filter(each => each.source === stranger.id || each.target === stranger.id).flatMap(each => [each.source, each.target]));
    return list.filter(each => each.author.id !== stranger.id && !tied.has(each.author.id));
  };
  const known = combobox(app, { label: "Only those without a joint paper with", hint: "Only those who never wrote with …", kinds: ["people"], pick: hit => choose(hit) });
  const choose = hit => {
    stranger = hit;
    said.replaceChildren(...(hit ? ["Without a joint paper with ", p.person({ id: hit.id, name: hit.label }), " ", p.h("button", { type: "button", onclick: () => choose(null) }, "All")] : []));
    put();
  };
  const put = () => void p.fill(body, () => {
    const { body: rows, table } = p.table("By their shares of the papers", ["Person", "#Papers", "#Of own", "#Last"]);
    const all = growing(10, async first => (await p.ask("experts-of-a-topic", { id, first, halfLife: HALF_LIVES[age] })).topic.experts);
    return p.listing(rows, async shown => {
      const got = await all(shown);
      return { ...got, items: await strangers(got.items) };
    },
      each => p.row([p.person(each.author), each.papers, p.figure(percent(each.share)), p.figure(each.lastYear == null ? "undated" : String(each.lastYear))]),
      stranger ? "None of the first ones." : "Nobody is known.", table);
  });
  put();
  return p.panel("Experts", p.choice("Papers count", AGES, age, value => { age = value; put(); }), known.element, said, body);
}

/** @param {Kit} p */
function organisations(p, id) {
  return p.section("Organisations", () => {
    const { body, table } = p.table("Where the papers come from", ["Organisation", "#Papers"]);
    return p.listing(body, growing(10, async first => (await p.ask("organisations-of-a-topic", { id, first })).topic.organisations),
      each => p.row([p.organisation(each.organisation), each.papers]), "No source states any.", table);
  });
}

/** @param {Kit} p */
function papers(p, { id, scheme }) {
  const { h } = p;
  const body = h("div", {});
  const put = orderBy => void p.fill(body, () => p.listing(h("ol", { class: "papers" }),
    async after => paged((await p.ask("evidence-of-a-topic", { id, scheme, orderBy, after })).topic.papers),
    paper => {
      const of = paper.topics.filter(each => each.topic.id === id);
      const title = spans(paper.title, "title", of);
      return p.paper(paper, title.length ? p.marked(paper.title, title) : paper.title, evidence(p, paper, of));
    }, "No paper is on this topic itself; narrower topics may have some."));
  put("NEWEST");
  return p.panel("Papers, and the words that say so", p.choice("Order", PAPER_ORDERS, "NEWEST", put), body);
}

/** The place in the abstract, or else how the topic was assigned. @param {Kit} p */
function evidence(p, { abstract }, of) {
  const { h } = p;
  const found = abstract ? spans(abstract, "abstract", of) : [];
  if (found.length) {
    const from = found[0].start < 100 ? 0 : abstract.indexOf(" ", found[0].start - 100) + 1;
    const to = abstract.length < from + 300 ? abstract.length : abstract.lastIndexOf(" ", from + 300);
    return h("p", { class: "evidence", dir: "auto" }, from > 0 && "… ", p.marked(abstract, found, from, to), to < abstract.length && " …");
  }
  const words = [...new Set(of.flatMap(each => each.evidence).filter(each => each.field === "abstract").map(each => each.text))];
  if (words.length) return h("p", { class: "evidence" }, "The abstract, which is not stored here, has: ", p.line(words.map(word => h("mark", {}, word))));
  return of.some(each => each.method === "ASSERTED") && h("p", { class: "evidence" }, "A source states the topic.");
}
