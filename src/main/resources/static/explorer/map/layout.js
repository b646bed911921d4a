// @ts-check
// From the positions of the service to a picture: fitted to a sheet, without overlaps, newcomers beside those they are tied to.


const d3 = globalThis.d3;

/** The sheet of 300 nodes, in pixels at zoom 1; more nodes get a larger one. */
const SHEET = { width: 1130, height: 740 };

/** Space between two nodes. */
const GAP = 3;

const quantile = (sorted, share) => sorted[Math.round((sorted.length - 1) * share)] ?? 0;

/** The box of all but the outermost nodes. */
export function box(places, outside = places.length > 40 ? 0.02 : 0) {
  const xs = places.map(each => each.x).sort((a, b) => a - b), ys = places.map(each => each.y).sort((a, b) => a - b);
  return { x0: quantile(xs, outside), x1: quantile(xs, 1 - outside), y0: quantile(ys, outside), y1: quantile(ys, 1 - outside) };
}

/** The radius of the largest node among so many. */
const largest = nodes => Math.max(6, Math.min(15, 34 - 9.5 * Math.log10(nodes)));

/** Sizes nodes by the root of their papers. */
export function size(nodes) {
  const most = Math.max(1, ...nodes.map(each => each.papers)), top = largest(nodes.length);
  for (const node of nodes) node.r = 3 + (top - 3) * Math.sqrt(node.papers / most);
}

/** What is far out would shrink everything else, so it comes nearer. */
const nearer = (value, half) => (Math.abs(value) <= half ? value : Math.sign(value) * (half + (Math.abs(value) - half) * 0.3));

/** Places a network that begins a picture. */
export function arrange({ nodes }) {
  const grown = Math.max(0.45, Math.min(1, Math.sqrt(nodes.length / 60)) * Math.max(1, Math.sqrt(nodes.length / 300)));
  const width = SHEET.width * grown, height = SHEET.height * grown;
  const from = nodes.map((each, i) => each.position ?? { x: Math.cos(i * 2.4) * Math.sqrt(i / nodes.length), y: Math.sin(i * 2.4) * Math.sqrt(i / nodes.length) });
  const { x0, x1, y0, y1 } = box(from);
  let kx = width / Math.max(1e-6, x1 - x0), ky = height / Math.max(1e-6, y1 - y0);
  kx = Math.min(kx, ky * 1.35);
  ky = Math.min(ky, kx * 1.35);
  nodes.forEach((node, i) => {
    node.x = nearer((from[i].x - (x0 + x1) / 2) * kx, width * 0.55);
    node.y = nearer(((y0 + y1) / 2 - from[i].y) * ky, height * 0.55);
  });
  relax(nodes, nodes.map(() => 0.08), nodes.length > 600 ? 50 : 90);
}

/** How many pixels the unit of the service's positions has, once a picture has begun. */
const UNIT = 600;

const within = value => Math.max(-10, Math.min(10, Math.round((value / UNIT) * 1000) / 1000));

/** Where a node is in the service's own units, whose y rises upwards. */
export const toService = ({ x, y }) => ({ x: within(x), y: within(-y) });

/** Adds newcomers to a picture where the service placed them; those who were there hang on springs. */
export function join({ nodes }, places) {
  const kept = nodes.map(each => places.get(each.id)), { x0, x1, y0, y1 } = box([...places.values()]);
  const beside = (value, from, to) => (from + to) / 2 + nearer(value - (from + to) / 2, (to - from) * 0.56);
  nodes.forEach((node, i) => Object.assign(node, kept[i] ?? { x: beside((node.position?.x ?? 0) * UNIT, x0, x1), y: beside(-(node.position?.y ?? 0) * UNIT, y0, y1) }));
  relax(nodes, kept.map(each => (each ? 0.6 : 0.05)), 120);
}

const mean = values => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Removes overlaps; each node hangs on a spring to where it is, pinned ones stay. */
function relax(nodes, strength, ticks) {
  const bodies = nodes.map((node, i) => ({ x: node.x, y: node.y, home: { x: node.x, y: node.y }, r: node.r, i, ...(node.pin ? { fx: node.pin.x, fy: node.pin.y } : {}) }));
  const simulation = d3.forceSimulation(bodies)
    .force("x", d3.forceX(body => body.home.x).strength(body => strength[body.i]))
    .force("y", d3.forceY(body => body.home.y).strength(body => strength[body.i]))
    .force("room", d3.forceCollide(body => body.r + GAP).iterations(2))
    .alphaDecay(1 - Math.pow(0.02, 1 / ticks))
    .stop();
  for (let tick = 0; tick < ticks && (tick % 10 || overlap(bodies)); tick++) simulation.tick();
  for (const body of bodies) {
    nodes[body.i].x = body.x;
    nodes[body.i].y = body.y;
  }
}

function overlap(bodies) {
  return bodies.some((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = bodies[j], apart = a.r + b.r + 1, dx = a.x - b.x, dy = a.y - b.y;
      if (dx < apart && dx > -apart && dx * dx + dy * dy < apart * apart) return true;
    }
    return false;
  });
}

/** The mean distance that nodes of both moved, as a share of the picture. */
export function moved(before, nodes) {
  const { x0, x1, y0, y1 } = box([...before.values()]);
  const picture = Math.hypot(x1 - x0, y1 - y0) || 1;
  const steps = nodes.map(node => ({ node, old: before.get(node.id) })).filter(each => each.old)
    .map(({ node, old }) => Math.hypot(node.x - old.x, node.y - old.y));
  return mean(steps) / picture;
}
