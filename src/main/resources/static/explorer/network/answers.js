// @ts-check
// Asks for the network of a question, which is several requests if nodes of it were expanded.

import { arrange, join, moved } from "../map/layout.js";
import { KINDS, MAX_KEPT, expansion, input, named, within } from "../question.js";
import { colours, model } from "./model.js";

/** Answers that going back need not ask for again. */
const MAX_ANSWERS = 16;

/** @type {Map<string, Promise<any>>} */
const answers = new Map();

document.addEventListener("loaded", () => answers.clear());

function fetched(app, kind, variables) {
  const name = KINDS[kind].map, key = name + JSON.stringify(variables);
  let answer = answers.get(key);
  if (!answer) {
    answer = app.ask(name, variables);
    answer.catch(() => answers.delete(key));
    answers.set(key, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= MAX_ANSWERS) break;
      answers.delete(oldest);
    }
  }
  return answer;
}

/**
 * What a question begins with, then each expansion, so that an address always leads to the same picture; with the last input, how
 * far those on screen moved in the last expansion, as a share of the picture, and the colours of the colleges that it begins with.
 */
export async function network(app, q, central, earlier) {
  const ask = last => fetched(app, q.kind, central ? { input: last, central } : { input: last });
  let last = input(q), far = 0;
  let result = model(await ask(last), { ...q, expanded: [] }, earlier);
  performance.mark("map-answered");
  // With them a reload, which expands the same nodes again, gives the same colours.
  const begun = result.colleges.filter(each => each.slot >= 0).map(each => [each.key, each.slot]);
  arrange(result);
  for (let i = 0; i < q.expanded.length && result.nodes.length <= MAX_KEPT; i++) {
    last = expansion(q, q.expanded[i], result.nodes);
    const data = await ask(last), places = new Map(result.nodes.map(each => [each.id, { x: each.x, y: each.y }]));
    result = model(data, { ...q, expanded: q.expanded.slice(0, i + 1) }, colours(result));
    if (i + 1 === q.arranged) arrange(result);
    else join(result, places);
    far = moved(places, result.nodes);
  }
  return { model: result, input: last, moved: far, colours: begun };
}

/** Papers per year whatever period the question has, so that it can be widened. */
export async function activityOfAllYears(app, q) {
  const all = { ...input(q), within: within({ ...q, from: undefined, to: undefined }), maxNodes: 1, maxEdges: 1 };
  return Object.values(await fetched(app, q.kind, { input: all }))[0].activity;
}

/** Asks for the names that a title needs and nobody knows yet. */
export async function learnNames(app, q, names) {
  const missing = named(q).filter(id => !names.has(id));
  if (missing.length === 0) return;
  const { nodes } = await app.ask("names", { ids: missing });
  nodes.forEach((node, i) => names.set(missing[i], node?.label ?? missing[i]));
}
