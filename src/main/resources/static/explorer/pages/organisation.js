// @ts-check
// An organisation: its years, people, topics, partners and papers.
import { sources } from "./person.js";
import { growing, page, paged, percent, years } from "./parts.js";

/** @typedef {import("./parts.js").Kit} Kit */

/** @param {string} code ISO 3166-1 alpha-2 */
export const country = code => new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;

/** @param {HTMLElement} place @param {import("../main.js").App} app */
export async function show(place, question, app) {
  const p = page(place, app);
  return p.whole(async () => {
    const { organisation } = await p.ask("organisation", { id: question.id });
    if (!organisation) return p.unknown("Organisation", question.id);
    const { id, name, aliases, ror, provenance } = organisation;
    return [
      p.head("Organisation", name, [
        organisation.country && country(organisation.country),
        organisation.paperCount != null && p.count(organisation.paperCount, "paper"),
        organisation.authorCount != null && p.count(organisation.authorCount, "person", "people"),
      ], [
        p.h("a", { class: "button primary", href: p.href({ view: "network", kind: "organisations", given: [id] }) }, "Show its partners as a network"),
        p.h("a", { class: "button", href: p.href({ view: "network", kind: "people", organisations: [id] }) }, "Who writes its papers together"),
      ]),
      p.columns(
        [overTheYears(p, id), people(p, id), p.panel("Papers", p.papers({ organisationsAny: [id] }))],
        [topics(p, id), partners(p, id), p.panel("Names and sources", p.facts([
          ["Also written", aliases.filter(each => each !== name).join(" · ")],
          ["ROR", ror && p.out(ror.startsWith("http") ? ror : `https://ror.org/${ror}`, ror)],
          ["Sources", sources(p, provenance)],
        ]))]),
    ];
  });
}

/** @param {Kit} p */
function overTheYears(p, id) {
  return p.section("Papers per year", async () => {
    const { alone, withPartners } = await p.ask("years-of-an-organisation", { ids: [id] });
    const own = withPartners.nodes.find(each => each.depth === 0);
    return [p.bars(alone.activity, "Papers per year"),
      own && p.h("p", { class: "muted" }, `${percent(own.outsideShare)} of them (${p.number(own.papersWithOthers)}) come from other organisations as well.`)];
  });
}

/** @param {Kit} p */
function people(p, id) {
  return p.section("People", () => {
    const { body, table } = p.table("Who names it on papers, most papers first", ["Person", "#Papers from here", "Years"]);
    return p.listing(body, async after => paged((await p.ask("people-of-an-organisation", { id, after })).organisation.authors),
      person => {
        const here = person.organisations.find(each => each.organisation.id === id);
        return p.row([p.person(person), here?.papers ?? "", here ? years(here.firstYear, here.lastYear) : ""]);
      }, "No source names people of it.", table);
  });
}

/** @param {Kit} p */
function topics(p, id) {
  return p.section("Topics", () => {
    const { body, table } = p.table("The most characteristic first", ["Topic", "#Papers"]);
    return p.listing(body, growing(12, async first => (await p.ask("topics-of-an-organisation", { id, first })).organisation.topics),
      each => p.row([p.topic(each.topic), each.papers]), "No topic was found in the papers.", table);
  });
}

/** @param {Kit} p */
function partners(p, id) {
  const { h } = p;
  return p.section("Partners", () => p.listing(h("ul", { class: "ties" }),
    growing(12, async first => (await p.ask("partners-of-an-organisation", { id, first })).organisation.partners),
    ({ organisation, papers }) => {
      const [button, joint] = p.jointPapers(papers, { organisationsAll: [id, organisation.id] });
      return h("li", {}, h("p", {}, p.organisation(organisation), organisation.country && h("span", { class: "muted" }, ` ${country(organisation.country)}`), " ", button), joint);
    }, "No paper comes from another organisation as well."));
}
