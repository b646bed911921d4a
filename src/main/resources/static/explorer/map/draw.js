// @ts-check
// Draws a network. The same code draws on the screen, into a PNG and, through a context that writes SVG, into an SVG.

import { colour } from "./colours.js";
import { other } from "../network/model.js";

/** @typedef {{k: number, x: number, y: number}} Camera  pixels are k · place + (x, y) */
/**
 * @typedef {object} View
 * @property {Camera} camera
 * @property {number} width
 * @property {number} height
 * @property {any} look
 * @property {number} focus  index of the node in focus, or -1
 * @property {number} tie  index of the tie in focus, or -1
 * @property {number} [hint]  index of the tie under the pointer
 * @property {Set<string>} only  keys of the colleges that are not dimmed; empty for all
 * @property {{left: number, top: number, right: number, bottom: number}} free  where names may stand
 * @property {{x: number, y: number, width: number, height: number}[]} [taken]  where something else stands
 */

export const FONT = 'system-ui, "DejaVu Sans", "Noto Sans", sans-serif';
const CURVE = 0.11;
const TURN = Math.PI * 2;

/** How much nodes grow with the zoom: less than the distance between them. */
export const growth = k => Math.pow(k, k < 1 ? 0.6 : 0.4);

/** The control point of a tie's curve. */
export const bend = (x1, y1, x2, y2) => [(x1 + x2) / 2 - (y2 - y1) * CURVE, (y1 + y2) / 2 + (x2 - x1) * CURVE];

/** Which nodes stand out: those of the focus and its ties, those of the isolated colleges, or all (null). */
export function lit(model, { focus, tie, only }) {
  if (tie >= 0) return new Set([model.ties[tie].a, model.ties[tie].b]);
  if (focus >= 0) return new Set([focus, ...model.nodes[focus].ties.map(t => other(model.ties[t], focus))]);
  if (only.size) return new Set(model.nodes.flatMap((each, i) => (only.has(each.college ?? "") ? [i] : [])));
  return null;
}

/** Regions, ties and nodes. */
export function shapes(g, layer, model, view) {
  const near = lit(model, view);
  if (!near || (view.only.size && view.focus < 0 && view.tie < 0)) layer(view.look.region, onto => regions(onto, model, view));
  drawTies(g, model, view, near);
  drawNodes(g, model, view, near);
}

/** The members of a college without those far out. */
function core({ nodes }, members) {
  const median = values => values.sort((a, b) => a - b)[values.length >> 1];
  const x = median(members.map(i => nodes[i].x)), y = median(members.map(i => nodes[i].y));
  const away = i => Math.hypot(nodes[i].x - x, nodes[i].y - y);
  const limit = members.map(away).sort((a, b) => a - b)[Math.floor(members.length * 0.85)] * 1.25;
  return { x, members: members.filter(i => away(i) <= limit) };
}

function regions(g, model, { camera: { k, x, y }, look, only }) {
  const s = growth(k);
  g.lineCap = "round";
  for (const college of model.colleges) {
    if (college.slot < 0 || college.members.length < 4 || (only.size && !only.has(college.key))) continue;
    const inside = new Set(core(model, college.members).members);
    g.fillStyle = g.strokeStyle = colour(look, college.slot);
    g.beginPath();
    for (const i of inside) {
      const node = model.nodes[i], cx = node.x * k + x, cy = node.y * k + y, r = (node.r + 15) * s;
      g.moveTo(cx + r, cy);
      g.arc(cx, cy, r, 0, TURN);
    }
    g.fill();
    g.lineWidth = 34 * s;
    g.beginPath();
    for (const tie of model.ties) {
      if (!inside.has(tie.a) || !inside.has(tie.b)) continue;
      const a = model.nodes[tie.a], b = model.nodes[tie.b];
      if (Math.hypot(a.x - b.x, a.y - b.y) > 130) continue;
      g.moveTo(a.x * k + x, a.y * k + y);
      g.lineTo(b.x * k + x, b.y * k + y);
    }
    g.stroke();
  }
}

function drawTies(g, { nodes, ties }, { camera: { k, x, y }, width, height, look, focus, tie: chosen, hint, only }, near) {
  const s = Math.min(1, growth(k));
  for (let i = 0; i < ties.length; i++) {
    const tie = ties[i], a = nodes[tie.a], b = nodes[tie.b];
    const x1 = a.x * k + x, y1 = a.y * k + y, x2 = b.x * k + x, y2 = b.y * k + y;
    if ((x1 < 0 && x2 < 0) || (y1 < 0 && y2 < 0) || (x1 > width && x2 > width) || (y1 > height && y2 > height)) continue;
    const same = a.slot === b.slot && a.slot >= 0;
    const on = i === chosen || (chosen < 0 && (focus >= 0 ? tie.a === focus || tie.b === focus : only.size > 0 && near?.has(tie.a) && near.has(tie.b)));
    const toward = focus >= 0 && chosen < 0 ? nodes[tie.a === focus ? tie.b : tie.a] : a;
    g.globalAlpha = i === hint ? 0.9 : near && !on ? 0.05 : on && (focus >= 0 || chosen >= 0) ? 0.75 : same ? 0.16 + 0.5 * tie.strength : 0.1 + 0.35 * tie.strength;
    g.strokeStyle = i === chosen || i === hint ? look.text : same || (on && focus >= 0) ? colour(look, toward.slot) : look.tie;
    g.lineWidth = (0.6 + 3.6 * tie.strength) * s;
    const [cx, cy] = bend(x1, y1, x2, y2);
    g.beginPath();
    g.moveTo(x1, y1);
    g.quadraticCurveTo(cx, cy, x2, y2);
    g.stroke();
  }
  g.globalAlpha = 1;
}

function drawNodes(g, { nodes }, { camera: { k, x, y }, width, height, look, focus }, near) {
  const s = growth(k);
  for (const i of bySize(nodes)) {
    const node = nodes[i], cx = node.x * k + x, cy = node.y * k + y, r = Math.max(1.5, node.r * s);
    if (cx < -r || cy < -r || cx > width + r || cy > height + r) continue;
    g.globalAlpha = near && !near.has(i) ? 0.15 : 1;
    g.fillStyle = colour(look, node.slot);
    g.strokeStyle = look.ground;
    g.lineWidth = 1.3;
    disc(g, cx, cy, r);
    g.fill();
    g.stroke();
    if (node.given || i === focus) {
      g.strokeStyle = i === focus ? look.text : colour(look, node.slot);
      g.lineWidth = i === focus ? 2.5 : 1.5;
      disc(g, cx, cy, r + 3);
      g.stroke();
    }
    if (node.pin) {
      g.fillStyle = look.ground;
      disc(g, cx, cy, Math.max(1, r * 0.3));
      g.fill();
    }
  }
  g.globalAlpha = 1;
}

function disc(g, x, y, r) {
  g.beginPath();
  g.moveTo(x + r, y);
  g.arc(x, y, r, 0, TURN);
}

const orders = new WeakMap();

/** Indices of nodes, the largest first. */
export function bySize(nodes) {
  let order = orders.get(nodes);
  if (!order) {
    order = nodes.map((_, i) => i).sort((a, b) => nodes[b].r - nodes[a].r);
    orders.set(nodes, order);
  }
  return order;
}

/** The centre of a college and its upper and lower edge in the picture. */
export function extent(model, college, { k, x, y }) {
  const inner = core(model, college.members), s = growth(k);
  let top = Infinity, bottom = -Infinity;
  for (const i of inner.members) {
    const node = model.nodes[i];
    top = Math.min(top, node.y * k + y - (node.r + 15) * s);
    bottom = Math.max(bottom, node.y * k + y + (node.r + 15) * s);
  }
  return { x: inner.x * k + x, top, bottom };
}
