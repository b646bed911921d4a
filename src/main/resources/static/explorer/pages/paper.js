// @ts-check
// A paper: its authors as written, its topics with their words, what it cites and what cites it, related papers and their reasons, and the sources.
import { reported } from "./person.js";
import { growing, moment, page, paged, percent, spans } from "./parts.js";

/** @typedef {import("./parts.js").Kit} Kit */

const COMPLETENESS = {
  COMPLETE: "",
  INCOMPLETE: "There are more authors than are listed.",
  UNKNOWN: "No source says whether there are more authors.",
};
const METHODS = { ASSERTED: "a source states it", MATCHED: "its words occur", MINED: "a recurring phrase" };

/** @param {HTMLElement} place @param {import("../main.js").App} app */
export async function show(place, question, app) {
  const p = page(place, app);
  const { h } = p;
  return p.whole(async () => {
    const { paper } = await p.ask("paper", { id: question.id });
    if (!paper) return p.unknown("Paper", question.id);
    const { id, title, abstract } = paper;
    return [
      p.head("Paper", p.marked(title, spans(title, "title", paper.topics)), [paper.publishedOn ?? "undated", p.line(paper.publishedIn.map(p.venue)), paper.type]),
      paper.isRetracted && h("p", { class: "failure" }, "This paper was retracted."),
      p.columns(
        [
          authors(p, paper),
          p.panel("Abstract", abstract ? h("p", { dir: "auto", class: "abstract" }, p.marked(abstract, spans(abstract, "abstract", paper.topics)))
            : h("p", { class: "muted" }, "It is not stored here."), abstract && h("p", { class: "muted" }, "The marked words are those of the topics.")),
          related(p, id),
          cited(p, id, "Cites", "references-of-a-paper", "references", "No paper that it cites is in the graph."),
          cited(p, id, "Cited by", "citations-of-a-paper", "citedBy", "No paper in the graph cites it."),
        ],
        [topics(p, paper), figures(p, paper), reported(p, paper), records(p, paper)]),
    ];
  });
}

/** @param {Kit} p */
function authors(p, paper) {
  const { h } = p;
  const said = COMPLETENESS[paper.authorsCompleteness];
  const stated = paper.authorCount > paper.authors.length && ` ${p.number(paper.authorCount)} are stated.`;
  return p.section("Authors", async () => [
    await p.listing(h("ol", { class: "people" }), growing(30, async () => paper.authors),
      ({ position, nameAsWritten, author, organisations }) => h("li", { value: position ?? false },
        p.person(author, nameAsWritten ?? author.name),
        nameAsWritten && nameAsWritten !== author.name && h("span", { class: "muted" }, " who is ", h("bdi", {}, author.name)),
        organisations.length > 0 && h("span", { class: "muted" }, " ", p.line(organisations.map(p.organisation)))), "No source lists them."),
    (said || stated) && h("p", { class: "muted" }, said, stated),
    paper.authors.length > 1 && h("p", {}, h("a", { href: p.href({ view: "network", kind: "people", given: paper.authors.slice(0, 30).map(each => each.author.id), depth: 0 }) },
      paper.authors.length > 30 ? "How the first 30 write together" : "How they write together")),
  ]);
}

/** @param {Kit} p */
function topics(p, paper) {
  const { h } = p;
  return p.section("Topics", () => p.listing(h("ul", { class: "ties" }), growing(15, async () => paper.topics),
    ({ topic, method, evidence }) => {
      const words = [...new Set(evidence.map(each => `“${each.text}” in the ${each.field}`))];
      return h("li", {}, p.topic(topic), h("p", { class: "muted" }, words.length ? words.join(", ") : METHODS[method], ` · ${topic.scheme}`));
    }, "No topic was found."));
}

/** @param {Kit} p */
function figures(p, paper) {
  return p.panel("Figures", p.facts([
    ["Citations, counted by a source", paper.citationCount != null && p.number(paper.citationCount)],
    ["Novelty, computed here", paper.novelty != null && `${percent(paper.novelty)} of its pairs of topics are on no earlier paper`],
    ["Categories", paper.categories.join(", ")],
    ["Organisations", p.line(paper.organisations.map(p.organisation))],
  ].filter(([, value]) => value)));
}

/** @param {Kit} p */
function cited(p, id, title, operation, field, empty) {
  return p.section(title, () => p.listing(p.h("ol", { class: "papers" }),
    async after => paged((await p.ask(operation, { id, after })).paper[field]), each => p.paper(each), empty));
}

/** @param {Kit} p */
function related(p, id) {
  return p.section("Related papers", () => p.listing(p.h("ol", { class: "papers" }),
    growing(6, async first => (await p.ask("related-papers", { id, first })).paper.relatedPapers),
    each => {
      const reasons = [
        each.sharedTopics.length > 0 && ["topics ", p.line(each.sharedTopics.slice(0, 4).map(p.topic))],
        each.sharedAuthors.length > 0 && ["authors ", p.line(each.sharedAuthors.slice(0, 4).map(author => p.person(author)))],
        each.sharedReferences > 0 && p.count(each.sharedReferences, "common reference"),
        each.textSimilarity > 0 && `${percent(each.textSimilarity)} of the text`,
      ].filter(Boolean);
      return p.paper(each.paper, null, p.h("p", { class: "muted" }, "Shares ", reasons.flatMap((reason, i) => (i ? ["; ", reason] : [reason]))));
    }, "None shares topics, authors or references."));
}

/** @param {Kit} p */
function records(p, { externalIds, provenance }) {
  return p.panel("Ids and sources",
    p.facts([["Ids", externalIds.map(each => p.h("span", { class: "id" }, each.scheme, " ", p.out(each.url, each.value)))]]),
    p.disclosure(p.count(provenance.length, "record"), async () => p.table("Records that speak of it", ["Source", "Record", "First loaded"],
      provenance.map(each => [each.source, each.recordId, moment(each.at)])).table));
}
