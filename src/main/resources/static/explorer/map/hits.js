// @ts-check
// What lies under the pointer.

import { bend, growth } from "./draw.js";


/** The node within some pixels of a point, or -1. */
export function hit({ nodes }, { k, x: dx, y: dy }, x, y, within) {
  const s = growth(k);
  let best = -1, nearest = within;
  nodes.forEach((node, i) => {
    const away = Math.hypot(node.x * k + dx - x, node.y * k + dy - y) - node.r * s;
    if (away < nearest) [best, nearest] = [i, away];
  });
  return best;
}

/** The tie within some pixels of a point, or -1; of equally near ones the strongest. Only ties that are not dimmed count. */
export function hitTie({ nodes, ties }, { k, x: dx, y: dy }, x, y, within, near) {
  let best = -1, nearest = within;
  ties.forEach((tie, i) => {
    if (near && !(near.has(tie.a) && near.has(tie.b))) return;
    const a = nodes[tie.a], b = nodes[tie.b];
    const x1 = a.x * k + dx, y1 = a.y * k + dy, x2 = b.x * k + dx, y2 = b.y * k + dy, [cx, cy] = bend(x1, y1, x2, y2);
    if (x < Math.min(x1, x2, cx) - within || x > Math.max(x1, x2, cx) + within || y < Math.min(y1, y2, cy) - within || y > Math.max(y1, y2, cy) + within) return;
    let px = x1, py = y1;
    for (let step = 1; step <= 12; step++) {
      const t = step / 12, u = 1 - t;
      const qx = u * u * x1 + 2 * u * t * cx + t * t * x2, qy = u * u * y1 + 2 * u * t * cy + t * t * y2;
      const away = toSegment(x, y, px, py, qx, qy);
      if (away <= nearest) [best, nearest] = [i, away];
      [px, py] = [qx, qy];
    }
  });
  return best;
}

function toSegment(x, y, x1, y1, x2, y2) {
  const dx = x2 - x1, dy = y2 - y1, t = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}
