// @ts-check
// A person: who it is, what the graph computes and sources report, with whom, on what, since when, and in which papers.
import { basis, candidate, decision } from "./identity.js";
import { growing, page, paged, percent, years } from "./parts.js";

/** @typedef {import("./parts.js").Kit} Kit */

/** @param {HTMLElement} place @param {import("../main.js").App} app */
export async function show(place, question, app) {
  const p = page(place, app);
  return p.whole(async () => {
    const { author } = await p.ask("person", { id: question.id });
    if (!author) return p.unknown("Person", question.id);
    return [
      head(p, author),
      p.columns(
        [overTheYears(p, author), ties(p, author), p.panel("Papers", p.papers({ authorsAny: [author.id] }))],
        [identity(p, author), figures(p, author), reported(p, author), organisations(p, author), suggested(p, author), similar(p, author)]),
    ];
  });
}

/** @param {Kit} p */
function head(p, { id, name, metrics, organisations }) {
  const latest = organisations.reduce((a, b) => (!a || (b.lastYear ?? 0) > (a.lastYear ?? 0) ? b : a), null);
  return p.head("Person", name, [
    metrics && p.count(metrics.paperCount, "paper"),
    metrics && years(metrics.firstYear, metrics.lastYear),
    metrics && p.count(metrics.coAuthorCount, "co-author"),
    latest && p.organisation(latest.organisation),
  ], [
    p.h("a", { class: "button primary", href: p.href({ view: "network", kind: "people", given: [id] }) }, "Show the network"),
    p.h("a", { href: p.href({ view: "paths", from: id }) }, "Path to somebody"),
    p.h("a", { href: p.href({ view: "curation", id }) }, "Correct who this is"),
  ]);
}

/** @param {Kit} p */
function overTheYears(p, { id }) {
  const { h } = p;
  return p.section("Papers and topics over the years", async () => {
    const { activity, topics } = (await p.ask("years-of-a-person", { id })).author;
    const [first, last] = [activity[0]?.year, activity[activity.length - 1]?.year];
    return [
      p.bars(activity, "Papers per year"),
      topics.length > 0 && p.table(`Topics, ${years(first, last)}, the most characteristic first`, ["Topic", "#Papers", "Over the years"],
        topics.map(({ topic, papers }) => [p.topic(topic), papers, topic.trend?.length ? p.spark(topic.trend, first, last, topic.label) : "undated"])).table,
      topics.length === 0 && h("p", { class: "muted" }, "No topic was found in the papers."),
    ];
  });
}

/** @param {Kit} p */
function ties(p, { id }) {
  const { h } = p;
  return p.section("Writes most with", () => {
    let left = 0;
    const body = h("ul", { class: "ties" });
    const list = p.listing(body, async after => {
      const { coAuthors } = (await p.ask("ties-of-a-person", { id, after })).author;
      left = coAuthors.papersOverAuthorLimit;
      return paged(coAuthors, coAuthors.edges);
    }, ({ node, papers, firstYear, lastYear, topics }) => {
      const [button, joint] = p.jointPapers(papers, { authorsAll: [id, node.id], maxAuthorsPerPaper: 100 });
      const network = h("a", { href: p.href({ view: "network", kind: "people", given: [id, node.id] }), "aria-label": `network with ${node.name}` }, "network");
      return h("li", {}, h("p", {}, p.person(node), " ", button, " ", h("span", { class: "muted" }, network)),
        h("p", { class: "muted" }, years(firstYear, lastYear), topics?.length > 0 && [" · ", p.line(topics.map(each => p.topic(each.topic)))]),
        joint);
    }, "No co-author is known.");
    return list.then(made => [made, left > 0 && h("p", { class: "muted" }, `${p.count(left, "paper")} with more than 100 authors do not count.`)]);
  });
}

/** @param {Kit} p */
function identity(p, { id, nameVariants, externalIds, name, identity }) {
  const { h } = p;
  const others = nameVariants.filter(each => each !== name);
  return p.panel("Who this is",
    p.facts([
      ["Also written", others.length > 0 && h("bdi", {}, others.join(" · "))],
      ["Ids", p.line(externalIds.map(each => [each.scheme, " ", p.out(each.url, each.value)]))],
    ]),
    p.h("p", {}, basis({ identity })),
    p.disclosure("Decisions and doubts", async () => {
      const { identity: { decisions, candidates }, provenance, formerIds } = (await p.ask("identity-of-a-person", { id })).author;
      return [
        h("h3", {}, "Decisions"),
        decisions.length ? h("ul", { class: "decisions" }, decisions.map(each => decision(p, each)))
          : h("p", { class: "muted" }, "No rule and no curator decided anything about this person."),
        h("h3", {}, "May be the same person"),
        candidates.length ? h("ul", { class: "decisions" }, candidates.map(each => candidate(p, each)))
          : h("p", { class: "muted" }, "Nobody."),
        p.facts([["Former ids", formerIds.join(", ")], ["Sources", sources(p, provenance)]]),
      ];
    }));
}

/** Sources with their number of records. @param {Kit} p @param {{source: string}[]} provenance */
export function sources(p, provenance) {
  const counts = new Map();
  for (const { source } of provenance) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts].map(([source, n]) => `${source} (${p.count(n, "record")})`).join(", ");
}

/** @param {Kit} p */
function figures(p, { metrics }) {
  if (!metrics) return null;
  const { number } = p;
  const counted = metrics.papersWithCitationCount;
  return p.panel("Computed from the graph", p.facts([
    ["Papers", number(metrics.paperCount)],
    ["Co-authors", number(metrics.coAuthorCount)],
    ["Years", years(metrics.firstYear, metrics.lastYear)],
    ["Citations", metrics.citationCount != null && `at least ${number(metrics.citationCount)}`],
    ["h-index", metrics.hIndex != null && `at least ${number(metrics.hIndex)}`],
    ["i10-index", metrics.i10Index != null && `at least ${number(metrics.i10Index)}`],
    ["Novelty", metrics.novelty != null && `${percent(metrics.novelty)} new pairs of topics, the mean of the papers`],
  ].filter(([, value]) => value)),
  p.h("p", { class: "muted" },
    counted === 0 ? "No source counts the citations of these papers." : `${number(counted)} of ${p.count(metrics.paperCount, "paper")} have a known number of citations.`,
    metrics.papersWithIncompleteAuthors > 0 && ` ${p.count(metrics.papersWithIncompleteAuthors, "paper")} do not list all authors, so there may be more co-authors.`));
}

/** Figures of sources, apart from those that the graph computes. @param {Kit} p @param {{reportedMetrics: any[]}} of */
export function reported(p, { reportedMetrics }) {
  return reportedMetrics.length > 0 && p.panel("Reported by sources", p.table("As the sources say, not checked", ["Figure", "Value", "Source"],
    reportedMetrics.map(each => [each.name, each.value, [each.source, each.observedOn && `, ${each.observedOn}`]])).table);
}

/** @param {Kit} p */
function organisations(p, author) {
  if (!author.organisations.length) return null;
  const rows = author.organisations;
  return p.section("Organisations", () => {
    const { body, table } = p.table("Stated on papers", ["Organisation", "#Papers", "Years"]);
    return p.listing(body, growing(8, async () => rows),
      each => p.row([p.organisation(each.organisation), each.papers, years(each.firstYear, each.lastYear)]), "", table);
  });
}

/** @param {Kit} p */
function suggested(p, { id }) {
  const { h } = p;
  return p.section("Could write with", () => p.listing(h("ul", { class: "ties" }),
    growing(5, async first => (await p.ask("suggested-collaborators", { id, first })).author.suggestedCollaborators),
    ({ author, commonCoAuthors, sharedTopics }) => h("li", {}, p.person(author),
      h("p", { class: "muted" }, "both write with ", p.line(commonCoAuthors.slice(0, 4).map(each => p.person(each))),
        commonCoAuthors.length > 4 && ` and ${p.count(commonCoAuthors.length - 4, "other")}`,
        sharedTopics.length > 0 && ["; both on ", p.line(sharedTopics.slice(0, 3).map(p.topic))])),
    "Nobody shares a co-author who is not one already."), "People without a joint paper, by common co-authors and topics.");
}

/** @param {Kit} p */
function similar(p, { id }) {
  const { h } = p;
  return p.section("Similar people", () => p.listing(h("ul", { class: "ties" }),
    growing(5, async first => (await p.ask("similar-people", { id, first })).author.similarAuthors),
    ({ author, score, sharedTopics }) => h("li", {}, p.person(author), h("span", { class: "muted" }, ` ${percent(score)} similar`),
      h("p", { class: "muted" }, p.line(sharedTopics.slice(0, 4).map(p.topic)))),
    "Nobody writes on the same topics."), "By the topics of their papers; co-authors are among them.");
}
