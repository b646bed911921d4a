// @ts-check
// Places the names of a map, so that none covers a more important one.

import { colour } from "./colours.js";
import { FONT, bySize, extent, growth, lit } from "./draw.js";
import { other } from "../network/model.js";


/** Names longer than this are cut on the map; cards and tables have them whole. */
const MAX_LETTERS = 34;

/** Side of a cell of the grid that says where something stands. */
const CELL = 6;

const widths = new Map();
const ruler = document.createElement("canvas").getContext("2d");

function widthOf(text, font) {
  const key = font + "\n" + text;
  let width = widths.get(key);
  if (width === undefined) {
    ruler.font = font;
    width = ruler.measureText(text).width;
    if (widths.size > 20000) widths.clear();
    widths.set(key, width);
  }
  return width;
}

/** Where names and nodes stand. */
class Grid {
  constructor(width, height) {
    this.columns = Math.ceil(width / CELL) + 1;
    this.cells = new Uint8Array(this.columns * (Math.ceil(height / CELL) + 1));
  }

  /** Calls for each cell of a box until one returns true. */
  some(x, y, width, height, visit) {
    for (let row = Math.max(0, Math.floor(y / CELL)); row <= Math.floor((y + height) / CELL); row++) {
      for (let column = Math.max(0, Math.floor(x / CELL)); column <= Math.min(this.columns - 1, Math.floor((x + width) / CELL)); column++) {
        if (visit(row * this.columns + column)) return true;
      }
    }
    return false;
  }

  /** Whether something with one of the marks is in a box. */
  has(x, y, width, height, marks) {
    return this.some(x, y, width, height, cell => (this.cells[cell] & marks) !== 0);
  }

  mark(x, y, width, height, mark) {
    this.some(x, y, width, height, cell => void (this.cells[cell] |= mark));
  }
}

const NAME = 1, NODE = 2;

const short = (text, most = MAX_LETTERS) => (text.length > most ? text.slice(0, most - 1).trimEnd() + "…" : text);

/** The names that fit: those of colleges first, then of the focus, then the largest nodes. */
export function names(model, view, most) {
  const { camera, look, focus, free } = view, { k, x: dx, y: dy } = camera, s = growth(k), near = lit(model, view);
  const grid = new Grid(view.width, view.height), placed = [];
  const fits = (x, y, width, height) => x >= free.left && x + width <= free.right && y >= free.top && y + height <= free.bottom;
  const put = (text, x, y, width, size, font, fill, halo) => {
    grid.mark(x - 1, y - 1, width + 2, size + 2, NAME);
    placed.push({ text, x, y: y + size * 0.82, font, fill, halo });
  };
  for (const { x, y, width, height } of view.taken ?? []) grid.mark(x, y, width, height, NAME);
  const order = bySize(model.nodes);
  // Only large nodes are worth a detour.
  for (const i of order.slice(0, 150)) {
    const node = model.nodes[i], r = node.r * s;
    if (r > 5) grid.mark(node.x * k + dx - r * 0.7, node.y * k + dy - r * 0.7, r * 1.4, r * 1.4, NODE);
  }
  if (focus < 0 && view.tie < 0) {
    for (const college of model.colleges) {
      if (college.slot < 0 || college.members.length < 4 || (view.only.size && !view.only.has(college.key))) continue;
      const text = short(college.name, 44).toLocaleUpperCase(), size = view.width < 500 ? 11 : 13, font = `700 ${size}px ${FONT}`, width = widthOf(text, font);
      const { x, top, bottom } = extent(model, college, camera);
      const left = Math.max(free.left, Math.min(free.right - width, x - width / 2));
      for (const y of [top - 15, bottom + 2, top - 32, bottom + 19, top + 2]) {
        if (!fits(left, y, width, size) || grid.has(left - 4, y - 2, width + 8, size + 4, NAME)) continue;
        put(text, left, y, width, size, font, colour(look, college.slot), 4);
        break;
      }
    }
  }
  let left = most;
  const top = model.nodes[order[0]]?.r ?? 1;
  for (const i of near && focus >= 0 ? byTie(model, focus) : given(model, order)) {
    if (left <= 0) break;
    if (near && !near.has(i)) continue;
    const node = model.nodes[i], x = node.x * k + dx, y = node.y * k + dy, r = node.r * s + (node.given || i === focus ? 4 : 0);
    if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
    const size = Math.round(10.5 + 3 * Math.min(1, (node.r / top) ** 1.5));
    const font = `${i === focus || node.given ? "700 " : node.r > top * 0.8 ? "600 " : ""}${size}px ${FONT}`;
    const text = short(node.label), width = widthOf(text, font);
    const spots = [[x - width / 2, y + r + 2], [x + r + 3, y - size / 2], [x - r - 3 - width, y - size / 2], [x - width / 2, y - r - size - 2]];
    const open = spots.filter(([a, b]) => fits(a, b, width, size) && !grid.has(a, b, width, size, NAME));
    const spot = open.find(([a, b]) => !grid.has(a, b, width, size, NODE)) ?? (i === focus || node.r > top * 0.45 || near ? open[0] : undefined);
    if (!spot) continue;
    put(text, spot[0], spot[1], width, size, font, look.text, 3.5);
    left--;
  }
  return placed;
}

/** Given nodes, then the rest by size. */
const given = ({ nodes }, order) => [...order.filter(i => nodes[i].given), ...order.filter(i => !nodes[i].given)];

/** A node, then its partners, the strongest tie first. */
const byTie = (model, focus) => [focus, ...[...model.nodes[focus].ties].reverse().map(t => other(model.ties[t], focus))];

export function write(g, placed, look) {
  g.lineJoin = "round";
  g.strokeStyle = look.halo;
  for (const { text, x, y, font, fill, halo } of placed) {
    g.font = font;
    g.lineWidth = halo;
    g.strokeText(text, x, y);
    g.fillStyle = fill;
    g.fillText(text, x, y);
  }
}
