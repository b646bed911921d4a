// @ts-check
// A venue: its years, the most frequent topics of its papers, and the papers.
import { growing, page } from "./parts.js";

/** @param {HTMLElement} place @param {import("../main.js").App} app */
export async function show(place, question, app) {
  const p = page(place, app), { id } = question, venues = [id];
  return p.whole(async () => {
    const { venue, topicNeighbourhood: { nodes, activity } } = await p.ask("venue", { id, input: { within: { venues }, minPapers: 1, maxNodes: 100, maxEdges: 1 } });
    if (!venue) return p.unknown("Venue", id);
    const button = (kind, text, rank) => p.h("a", { class: `button ${rank}`, href: p.href({ view: "network", kind, venues }) }, text);
    const { body, table } = p.table("The most frequent first", ["Topic", "#Papers"]);
    return [
      p.head("Venue", venue.name, [venue.acronyms.join(", "), venue.paperCount != null && p.count(venue.paperCount, "paper")], [
        button("people", "Who works together in it", "primary"), button("topics", "Map of its topics", ""),
      ]),
      p.columns(
        [p.panel("Papers per year", p.bars(activity, "Papers per year")), p.panel("Papers", p.papers({ venues }))],
        [p.section("Topics", () => p.listing(body, growing(15, async () => nodes), each => p.row([p.topic(each.topic), each.papers]), "No topic was found in the papers.", table))]),
    ];
  });
}
