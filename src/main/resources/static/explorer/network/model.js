// @ts-check
// The answer to a question about a network, as what is drawn: nodes, ties and colleges. The three kinds of networks have one form.

import { size } from "../map/layout.js";
import { slots } from "../map/colours.js";

/**
 * @typedef {object} Dot  a node
 * @property {string} id
 * @property {string} label
 * @property {number} papers
 * @property {number} weight
 * @property {string | null} college  key of its college
 * @property {number} slot  colour of its college
 * @property {boolean} given
 * @property {{x: number, y: number} | null} position  by the service
 * @property {{x: number, y: number} | undefined} pin
 * @property {{value: number, exact: boolean} | undefined} between
 * @property {number} x
 * @property {number} y
 * @property {number} r
 * @property {number[]} ties
 *
 * @typedef {object} Tie
 * @property {string} key
 * @property {number} a
 * @property {number} b
 * @property {number} weight
 * @property {number} papers
 * @property {number | null} first
 * @property {number | null} last
 * @property {number} strength  of 1, the root of its share of the greatest weight
 *
 * @typedef {object} College
 * @property {string} key
 * @property {number} slot
 * @property {number[]} members
 * @property {{id: string, label: string}[]} topics
 * @property {string} name
 *
 * @typedef {object} Model
 * @property {string} kind
 * @property {Dot[]} nodes
 * @property {Tie[]} ties  the weakest first
 * @property {College[]} colleges  the largest first
 * @property {Map<string, number>} index  of nodes by id
 * @property {{year: number, papers: number}[]} activity
 * @property {any} totals
 * @property {string} methods
 */

/**
 * @param {any} data  an answer of map-of-people, map-of-organisations or map-of-topics
 * @param {import("../question.js").Question} question  with its defaults
 * @param {Map<string, number>} colours  slots of those who were on screen
 * @returns {Model}
 */
export function model(data, question, colours) {
  const map = Object.values(data)[0];
  const hidden = new Set(question.hidden), given = new Set([...question.given, ...question.expanded]);
  const pins = new Map(question.pins.map(readPin));
  /** @type {Dot[]} */
  const nodes = map.nodes.filter(each => !hidden.has(each.entity.id)).map(each => ({
    id: each.entity.id,
    label: each.entity.label,
    papers: each.papers,
    weight: each.weight,
    college: each.community,
    slot: -1,
    given: given.has(each.entity.id),
    position: each.position,
    pin: pins.get(each.entity.id),
    between: each.centrality?.[0],
    x: 0, y: 0, r: 0,
    ties: [],
  }));
  const index = new Map(nodes.map((each, i) => [each.id, i]));
  const most = Math.max(...map.edges.map(each => each.weight), 1e-12);
  /** @type {Tie[]} */
  const ties = map.edges.filter(each => index.has(each.source) && index.has(each.target)).map(each => ({
    key: each.key,
    a: index.get(each.source) ?? 0,
    b: index.get(each.target) ?? 0,
    weight: each.weight,
    papers: each.papers,
    first: each.firstYear,
    last: each.lastYear,
    strength: Math.sqrt(each.weight / most),
  })).reverse();
  ties.forEach((tie, i) => { nodes[tie.a].ties.push(i); nodes[tie.b].ties.push(i); });
  const members = new Map();
  nodes.forEach((node, i) => {
    const list = members.get(node.college);
    if (list) list.push(i);
    else members.set(node.college, [i]);
  });
  const present = map.communities.filter(each => members.has(each.key)).map(each => ({ key: each.key, members: members.get(each.key), topics: each.topics.map(({ topic }) => topic) }))
    .sort((a, b) => b.members.length - a.members.length);
  const slot = slots(present.map(({ key, members: all }) => ({ key, members: all.map(i => nodes[i].id) })), colours);
  const taken = new Set();
  const colleges = present.map(each => {
    const largest = [...each.members].sort((a, b) => nodes[b].papers - nodes[a].papers).map(i => nodes[i]);
    // A group of topics is named by its largest ones. Two colleges may have the same first topic; then the next one tells them apart.
    const topics = question.kind === "topics" ? largest.slice(0, 3) : each.topics;
    const first = topics.find(({ id }) => !taken.has(id)) ?? topics[0];
    if (first && slot.has(each.key)) taken.add(first.id);
    return { ...each, topics: first ? [first, ...topics.filter(other => other !== first)] : [], slot: slot.get(each.key) ?? -1, name: first?.label ?? `around ${largest[0].label}` };
  });
  for (const college of colleges) for (const i of college.members) nodes[i].slot = college.slot;
  size(nodes);
  return { kind: question.kind, nodes, ties, colleges, index, activity: map.activity, totals: map.totals, methods: map.methods };
}

export function readPin(pin) {
  const parts = pin.split("@");
  return [parts.slice(0, -2).join("@"), { x: +parts[parts.length - 2] || 0, y: +parts[parts.length - 1] || 0 }];
}

/** Slots of the members, for the colours of the next question. */
export const colours = model => new Map(model.nodes.filter(each => each.slot >= 0).map(each => [each.id, each.slot]));

/** The other end of a tie. */
export const other = (tie, end) => (tie.a === end ? tie.b : tie.a);

/** What a legend says of a college. */
export const legendText = college => [college.name, ...college.topics.map(each => each.label).filter(label => label !== college.name)].slice(0, 2).join(", ");
