// @ts-check
// Cards: a node with its figures, computed and reported apart, and a tie with the papers behind it.

import { AskError } from "../api.js";
import { count, h, number, sparkline, years } from "../element.js";
import { KINDS, tie as tieInput, within } from "../question.js";
import { other } from "./model.js";

const PARTNERS = 8;
const PAGES = { people: "person", organisations: "organisation", topics: "topic" };
const CARDS = { people: "card-of-a-person", organisations: "card-of-an-organisation", topics: "card-of-a-topic" };

export function createCard(view) {
  const { app } = view;
  const body = h("div", { class: "body" });
  const element = h("section", { class: "panel card", "aria-label": "Card" },
    h("button", { type: "button", class: "quiet icon close", "aria-label": "Close the card", onclick: () => view.select({ node: -1, tie: -1 }) }, "×"), body);
  let controller = new AbortController();

  function open(...content) {
    controller.abort();
    controller = new AbortController();
    element.hidden = false;
    body.replaceChildren(...content.filter(Boolean));
    element.scrollTop = 0;
  }

  /** Fills a place with what an answer makes, or says why not. */
  async function fill(place, make) {
    const { signal } = controller;
    try {
      const made = await make(signal);
      if (!signal.aborted) place.replaceChildren(...made.flat().filter(Boolean));
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof AskError)) throw error;
      place.replaceChildren(h("p", { role: "alert" }, error.message));
    }
  }

  const button = (text, hint, act) => h("button", { type: "button", title: hint, onclick: act }, text);

  const page = (view_, of, label) => h("a", { href: app.href({ view: view_, id: of.id }), dir: "auto" }, label);

  const topicChips = topics => h("ul", { class: "tags" }, topics.map(({ topic, papers }) => h("li", {}, page("topic", topic, topic.label), papers ? h("em", {}, papers) : null)));

  const figures = rows => h("dl", { class: "figures" }, rows.filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value, hint]) => h("div", { title: hint }, h("dt", {}, name), h("dd", {}, typeof value === "number" ? number(value) : value))));

  function node(i) {
    const m = view.model(), q = view.question(), dot = m.nodes[i], college = m.colleges.find(each => each.key === dot.college);
    const more = h("div", { class: "more" }, h("div", { class: "waiting" }));
    const partners = [...dot.ties].reverse();
    open(
      h("h2", { tabindex: -1, dir: "auto" }, dot.label),
      h("div", { class: "row actions" },
        button("Expand", "Bring in those it is tied to (E)", () => view.expand(i)),
        h("a", { class: "button", href: app.href({ view: "network", kind: q.kind, given: [dot.id] }) }, q.kind === "topics" ? "Its topics" : "Network"),
        h("a", { class: "button", href: app.href({ view: PAGES[q.kind], id: dot.id }) }, "Page"),
        button(dot.pin ? "Let go" : "Pin", "P", () => view.pin(i, Boolean(dot.pin))),
        button("Remove", "Take it off this map (Delete)", () => view.remove(i))),
      h("h3", {}, "On this map"),
      figures([["papers", dot.papers, "Papers that count here"], ["ties", dot.ties.length], ["strength", dot.weight < 10 ? +dot.weight.toPrecision(3) : Math.round(dot.weight), "Sum of the weights of its ties"],
        ["betweenness", dot.between && `${dot.between.exact ? "" : "≈ "}${dot.between.value.toFixed(4)}`, "Share of the shortest paths between others that pass through it"]]),
      college && h("p", { class: "in" }, h("i", { class: "dot", style: college.slot >= 0 ? { background: `var(--college-${college.slot})` } : {} }), h("span", { dir: "auto" }, college.name)),
      partners.length > 0 && h("h3", {}, "Strongest ties"),
      partners.length > 0 && h("ul", { class: "partners" }, partners.slice(0, PARTNERS).map(t => {
        const tie = m.ties[t];
        return h("li", {}, h("button", { type: "button", class: "link", title: "Show the papers", onclick: () => view.select({ node: -1, tie: t }) }, h("span", { dir: "auto" }, m.nodes[other(tie, i)].label),
          h("em", {}, [count(tie.papers, "paper"), years(tie.first, tie.last)].filter(Boolean).join(", "))));
      })),
      partners.length > PARTNERS && h("p", { class: "muted" }, `and ${partners.length - PARTNERS} more; the table has all of them`),
      more);
    fill(more, async signal => {
      const data = await app.ask(CARDS[q.kind], { id: dot.id, within: within(q) }, { signal });
      const of = Object.values(data)[0];
      return of ? { people: person, organisations: organisation, topics: topic }[q.kind](of) : [];
    });
  }

  function person({ metrics, reportedMetrics, organisations, topics, activity, nameVariants, name, orcid, identity }) {
    const bySource = Map.groupBy ? Map.groupBy(reportedMetrics, each => each.source) : new Map([["sources", reportedMetrics]]);
    const known = metrics && metrics.papersWithCitationCount < metrics.paperCount ? `At least: ${number(metrics.papersWithCitationCount)} of the papers have a known count` : "";
    return [
      metrics && h("h3", {}, "In all papers, computed"),
      metrics && figures([["papers", metrics.paperCount], ["co-authors", metrics.coAuthorCount], ["years", years(metrics.firstYear, metrics.lastYear)],
        ["citations", metrics.citationCount, known], ["h-index", metrics.hIndex, known]]),
      sparkline(activity ?? []),
      ...[...bySource].flatMap(([source, all]) => [h("h3", {}, `Reported by ${source}`), figures(all.map(each => [each.name, each.value]))]),
      topics?.length > 0 && [h("h3", {}, "Topics of these papers"), topicChips(topics)],
      organisations.length > 0 && [h("h3", {}, "Organisations"), h("ul", { class: "plain" }, organisations.slice(0, 5).map(each => h("li", {}, page("organisation", each.organisation, each.organisation.name), h("em", {}, [count(each.papers, "paper"), years(each.firstYear, each.lastYear)].filter(Boolean).join(", ")))))],
      h("h3", {}, "Who is meant"),
      nameVariants.length > 1 && h("p", {}, "Also written ", nameVariants.filter(each => each !== name).slice(0, 6).flatMap((each, i) => [i > 0 && ", ", h("span", { dir: "auto" }, each)]), nameVariants.length > 7 && ` and ${nameVariants.length - 7} more`, "."),
      h("p", {}, sure(orcid, identity)),
    ];
  }

  /** How sure it is that all papers are by one person. */
  function sure(orcid, { decisions, candidates }) {
    const inForce = kind => decisions.filter(each => each.kind === kind && !each.undoneAt).length;
    const merges = inForce("MERGE"), refusals = inForce("REFUSAL");
    return [
      orcid ? ["Identified by the ORCID ", h("a", { href: `https://orcid.org/${orcid}`, rel: "noopener" }, orcid), ". "] : "No ORCID is known. ",
      merges > 0 && `${count(merges, "decision")} joined records to this person. `,
      refusals > 0 && `${count(refusals, "time")} the evidence was not enough to join another. `,
      candidates.length > 0 && ["May also be ", candidates.slice(0, 4).flatMap((each, i) => [i > 0 && ", ", page("person", each.author, each.author.name)]), "."],
    ];
  }

  const organisation = ({ aliases, name, ror, country, paperCount, authorCount, topics, authors }) => [
    h("h3", {}, "In all papers, computed"),
    figures([["papers", paperCount], ["people", authorCount], ["country", country]]),
    topics?.length > 0 && [h("h3", {}, "Topics of these papers"), topicChips(topics)],
    authors?.nodes.length > 0 && [h("h3", {}, "People"), h("ul", { class: "plain" }, authors.nodes.map(each => h("li", {}, page("person", each, each.name))))],
    aliases.length > 1 && h("p", {}, `Also written ${aliases.filter(each => each !== name).slice(0, 6).join(", ")}.`),
    ror && h("p", {}, h("a", { href: `https://ror.org/${ror}`, rel: "noopener" }, `ROR ${ror}`)),
  ];

  const topic = ({ altLabels, scheme, paperCount, broader, narrower, trend, experts }) => [
    h("h3", {}, "In all papers, computed"),
    figures([["papers", paperCount], ["vocabulary", scheme]]),
    sparkline(trend ?? []),
    experts?.length > 0 && [h("h3", {}, "Who writes most on it"), h("ul", { class: "plain" }, experts.map(each => h("li", {}, page("person", each.author, each.author.name), h("em", {}, count(each.papers, "paper")))))],
    broader.length > 0 && [h("h3", {}, "Broader"), topicChips(broader.map(each => ({ topic: each })))],
    narrower.length > 0 && [h("h3", {}, "Narrower"), topicChips(narrower.map(each => ({ topic: each })))],
    altLabels.length > 0 && h("p", {}, `Also called ${altLabels.join(", ")}.`),
  ];

  function tie(t) {
    const m = view.model(), q = view.question(), chosen = m.ties[t], ends = [chosen.a, chosen.b].sort((a, b) => a - b);
    const list = h("ul", { class: "papers" }), more = h("div", { class: "more" }, h("div", { class: "waiting" }));
    open(
      h("h2", { tabindex: -1 }, ends.flatMap((end, i) => [i > 0 && h("span", { class: "muted" }, " and "), h("button", { type: "button", class: "link", dir: "auto", onclick: () => view.select({ node: end, tie: -1 }) }, m.nodes[end].label)])),
      h("p", { class: "lead" }, `${q.kind === "topics" ? "On both" : "Together"}: ${count(chosen.papers, "paper")}${chosen.first ? `, ${years(chosen.first, chosen.last)}` : ""}`),
      more);

    async function page_(after, signal) {
      const data = await app.ask(KINDS[q.kind].tie, { input: tieInput(q, ends.map(end => m.nodes[end].id)), after }, { signal });
      return Object.values(data)[0].edges[0];
    }

    function add({ nodes, pageInfo }) {
      list.append(...nodes.map(paper => h("li", {}, page("paper", paper, paper.title), h("small", {}, [paper.year, paper.venue].filter(Boolean).join(" · ")), paper.topics.length > 0 && topicChips(paper.topics))));
      if (!pageInfo.hasNextPage) return null;
      const next = h("button", { type: "button", onclick: () => {
        const waiting = h("div");
        next.replaceWith(waiting);
        fill(waiting, async signal => [add((await page_(pageInfo.endCursor, signal)).supportingPapers)]);
      } }, "More papers");
      return next;
    }

    fill(more, async signal => {
      const edge = await page_(undefined, signal);
      if (!edge) return [h("p", {}, "The papers are no longer there; ask again.")];
      return [
        edge.observedToExpected && h("p", {}, `${number(edge.observedToExpected)} times as often as by chance.`),
        sparkline(edge.activity),
        edge.topics?.length > 0 && [h("h3", {}, "On"), topicChips(edge.topics)],
        h("h3", {}, "Papers, newest first"), list, add(edge.supportingPapers),
      ];
    });
  }

  return {
    element,
    node,
    tie,
    close() {
      controller.abort();
      element.hidden = true;
    },
  };
}
