// @ts-check
// A question is a plain object, and its address is the whole state of the page: /?view=network&given=.acl:ada&from=2015.

import { count, years } from "./element.js";
import { toService } from "./map/layout.js";

/** @typedef {Record<string, any>} Question */

const NUMBERS = new Set(["depth", "maxAuthors", "minPapers", "minEach", "resolution", "nodes", "arranged"]);
const LISTS = new Set(["given", "expanded", "hidden", "pins", "topics", "organisations", "venues", "only"]);

/** Which prefix a list of ids leaves out in an address; a full stop stands for it. */
const PREFIXES = { people: "author:", organisations: "organisation:", topics: "topic:" };

/** What a network asks for unless the question says otherwise. */
export const DEFAULTS = {
  people: { depth: 1, counting: "FULL", maxAuthors: 100, minPapers: 1, minEach: 1, nodes: 150, resolution: 1, layout: "READABLE" },
  organisations: { depth: 1, counting: "FULL", minPapers: 1, nodes: 150, resolution: 1, layout: "READABLE" },
  topics: { depth: 1, normalisation: "ASSOCIATION_STRENGTH", rank: "PAPERS", minPapers: 2, nodes: 100, resolution: 1, layout: "READABLE" },
};

/** More nodes than anybody can read. */
export const MAX_NODES = 1500;

/** How many nodes an expansion adds at most. */
const NEWCOMERS = 25;

/** Nodes that one question can keep; the service takes lists of this length. */
export const MAX_KEPT = 500;

function prefix(key, question) {
  if (key === "topics") return PREFIXES.topics;
  if (key === "organisations") return PREFIXES.organisations;
  return PREFIXES[question.kind ?? "people"] ?? "";
}

const escaped = text => encodeURIComponent(text).replace(/%(3A|40|2F|20)/g, code => ({ "%3A": ":", "%40": "@", "%2F": "/", "%20": "+" })[code] ?? code);

/** The address of a question, relative to the page. */
export function write(question) {
  const tidied = tidy(question);
  const parts = Object.entries(tidied).map(([key, value]) => {
    if (!Array.isArray(value)) return `${key}=${escaped(String(value))}`;
    const start = key === "venues" ? "\0" : prefix(key, tidied);
    return `${key}=${value.map(each => escaped(each.startsWith(start) ? "." + each.slice(start.length) : each)).join(",")}`;
  });
  return parts.length === 0 ? "./" : "?" + parts.join("&");
}

/** The question of an address. */
export function read(search) {
  const question = {};
  const parts = search.replace(/^\?/, "").split("&").filter(Boolean).map(part => {
    const at = part.indexOf("=");
    return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1).replaceAll("+", " ")];
  });
  const plain = text => { try { return decodeURIComponent(text); } catch { return text; } };
  question.kind = parts.find(([key]) => key === "kind")?.[1];
  for (const [key, value] of parts) {
    if (LISTS.has(key)) {
      const start = key === "venues" ? "." : prefix(key, question);
      question[key] = value.split(",").filter(Boolean).map(plain).map(each => (each.startsWith(".") ? start + each.slice(1) : each));
    } else if (NUMBERS.has(key) || (/^(from|to)$/.test(key) && /^\d{1,4}$/.test(value))) {
      if (Number.isFinite(+value)) question[key] = +value;
    } else {
      question[key] = plain(value);
    }
  }
  return tidy(question);
}

/** The question without what it need not say. */
export function tidy(question) {
  const { view, ...rest } = question;
  const usual = view === "network" ? DEFAULTS[question.kind ?? "people"] ?? {} : {};
  const said = Object.entries(rest).filter(([key, value]) =>
    value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0) && value !== usual[key]
    && !(key === "kind" && value === "people"));
  return view ? { view, ...Object.fromEntries(said) } : Object.fromEntries(said);
}

/** The question with the defaults of a network. */
export function whole(question) {
  const kind = DEFAULTS[question.kind] ? question.kind : "people";
  return { given: [], expanded: [], hidden: [], pins: [], topics: [], organisations: [], venues: [], only: [], ...DEFAULTS[kind], ...question, kind };
}

/** The selection of papers of a question, or undefined for all. */
export function within({ from, to, topics = [], organisations = [], venues = [] }) {
  const filter = {
    ...(from || to ? { window: { from, to } } : {}),
    ...(topics.length ? { topicsAny: topics } : {}),
    ...(organisations.length ? { organisationsAny: organisations } : {}),
    ...(venues.length ? { venues } : {}),
  };
  return Object.keys(filter).length ? filter : undefined;
}

/** The names of operations and of arguments for each kind of network. */
export const KINDS = {
  people: { map: "map-of-people", file: "file-of-people", tie: "tie-between-people", given: "authors", one: "person", many: "people" },
  organisations: { map: "map-of-organisations", file: "file-of-organisations", tie: "tie-between-organisations", given: "organisations", one: "organisation", many: "organisations" },
  topics: { map: "map-of-topics", file: "file-of-topics", tie: "tie-between-topics", given: "topics", one: "topic", many: "topics" },
};

/** The parameters that two nodes' tie and the whole network have in common. */
function common(q) {
  return {
    within: within(q),
    minPapers: q.minPapers,
    ...(q.kind === "topics" ? { normalisation: q.normalisation } : { counting: q.counting }),
    ...(q.kind === "people" ? { maxAuthorsPerPaper: q.maxAuthors || null } : {}),
  };
}

/** The input of the network that a question begins with. */
export function input(question) {
  const q = whole(question);
  return {
    [KINDS[q.kind].given]: q.given,
    depth: q.depth,
    ...common(q),
    ...(q.kind === "topics" ? { rankBy: q.rank } : {}),
    ...(q.kind === "people" ? { minPapersPerAuthor: q.minEach } : {}),
    maxNodes: q.nodes,
    maxEdges: (q.kind === "topics" ? 4 : 5) * q.nodes,
    resolution: q.resolution,
    ...(q.layout === DEFAULTS[q.kind].layout ? {} : { layout: q.layout }),
  };
}

/** The input that adds those around one node to those on screen, who stay where they are. */
export function expansion(question, id, nodes) {
  const first = input(question), maxNodes = nodes.length + NEWCOMERS;
  return {
    ...first, [KINDS[whole(question).kind].given]: [id], depth: 1, maxNodes, maxEdges: Math.max(first.maxEdges, 5 * maxNodes),
    keep: nodes.map(each => each.id), at: nodes.map(each => ({ id: each.id, ...toService(each) })),
  };
}

/** The input of the tie between two nodes. */
export function tie(question, ends) {
  const q = whole(question);
  return { [KINDS[q.kind].given]: ends, depth: 0, ...common(q), maxNodes: 2, maxEdges: 1 };
}

/** Ids whose names the title of a network needs. */
export const named = question => [...new Set([...(question.given ?? []), ...(question.expanded ?? []), ...(question.topics ?? []), ...(question.organisations ?? []), ...(question.venues ?? []).filter(id => id.startsWith("venue:"))])];

const listed = names => {
  const last = names.length > 3 ? `${names.length - 2} more` : names[names.length - 1];
  const before = names.length > 3 ? names.slice(0, 2) : names.slice(0, -1);
  return before.length ? `${before.join(", ")} and ${last}` : last;
};

const capital = text => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** What a network is about, in a few words. */
export function title(question, names) {
  const q = whole(question);
  const called = ids => listed(ids.map(id => names.get(id) ?? id));
  const field = [...q.topics, ...q.organisations, ...q.venues].map(id => names.get(id) ?? id);
  const period = q.from || q.to ? `, ${q.from === q.to ? q.from : q.from && q.to ? years(q.from, q.to) : q.from ? `since ${q.from}` : `until ${q.to}`}` : "";
  let subject;
  if (q.given.length === 1) subject = q.kind === "people" ? `${called(q.given)} and co-authors` : q.kind === "topics" ? `Topics around ${called(q.given)}` : `${called(q.given)} and partners`;
  else if (q.given.length > 1) subject = capital(called(q.given));
  if (subject && field.length) return `${subject}: ${listed(field)}${period}`;
  if (subject) return subject + period;
  const rest = field.length ? capital(listed(field)) : { people: "The strongest co-authors", organisations: "Organisations that publish together", topics: "The most frequent topics" }[q.kind];
  return (field.length && q.kind !== "people" ? `${rest}: ${q.kind}` : rest) + period;
}

/** What was cut, in words. */
export function cut(totals, nodes, ties, kind) {
  const some = (shown, all, one, many) => (shown < all ? `${count(shown, one, many).replace(/ .*/, "")} of ${count(all, one, many)}` : count(all, one, many));
  return [
    some(nodes, Math.max(nodes, totals.nodesReached), KINDS[kind].one, KINDS[kind].many),
    some(ties, Math.max(ties, totals.edgesReached), "tie"),
    count(totals.papersConsidered, "paper"),
  ];
}
