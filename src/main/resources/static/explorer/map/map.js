// @ts-check
// The map on the screen: pan and zoom, hover and selection, dragging, the keyboard. While it moves, a bitmap of everything but the names is shown.

import { h } from "../element.js";
import { look } from "./colours.js";
import { lit, shapes } from "./draw.js";
import { hit, hitTie } from "./hits.js";
import { box } from "./layout.js";
import { names, write } from "./names.js";

/** @typedef {{left: number, top: number, right: number, bottom: number}} Insets */

const d3 = globalThis.d3;
const ZOOM = [0.15, 12];

/** How far a bitmap reaches beyond the screen, as a share of it. */
const MARGIN = 0.5;

const SETTLED_MS = 130;
const LINGER_MS = 70;
const TRANSITION_MS = 550;

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function createMap(place, on) {
  const canvas = h("canvas", { role: "img", "aria-label": "" });
  place.append(canvas);
  const g = canvas.getContext("2d", { alpha: false });
  const layerCanvas = document.createElement("canvas"), bitmap = document.createElement("canvas");

  let model = { kind: "people", nodes: [], ties: [], colleges: [], index: new Map(), activity: [], totals: {}, methods: "" };
  let camera = { k: 1, x: 0, y: 0 };
  let width = 0, height = 0, ratio = 1;
  let insets = { left: 0, top: 0, right: 0, bottom: 0 };
  let hovered = { node: -1, tie: -1 }, selected = { node: -1, tie: -1 };
  let only = new Set(), taken = [];
  /** Whether the camera still shows everything, so that it follows when panels open. */
  let follows = true;
  let moving = false, frame = 0, settle = 0, lingers = 0, animation = 0;
  let still = null;

  const view = (at = camera, w = width, hgt = height) => {
    const shown = hovered.node >= 0 ? hovered : selected;
    return {
      camera: at, width: w, height: hgt, look: look(), only, focus: shown.node, tie: shown.tie, hint: hovered.tie, taken,
      free: { left: Math.min(insets.left, width * 0.4) - 10, top: 4, right: width - Math.max(4, insets.right - 30), bottom: height - Math.max(4, insets.bottom - 20) },
    };
  };

  /** Paints on a second canvas, then lays that under with an opacity. */
  const layers = (onto, w, hgt) => (alpha, paint) => {
    layerCanvas.width = w * ratio;
    layerCanvas.height = hgt * ratio;
    const under = layerCanvas.getContext("2d");
    under.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint(under);
    onto.save();
    onto.setTransform(1, 0, 0, 1, 0, 0);
    onto.globalAlpha = alpha;
    onto.drawImage(layerCanvas, 0, 0);
    onto.restore();
  };

  /** How many names the screen has room for. */
  const room = () => Math.max(14, Math.min(90, Math.round((width * height) / 17000)));

  function paint() {
    frame = 0;
    if (width === 0) return;
    const now = view();
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.fillStyle = now.look.ground;
    g.fillRect(0, 0, width, height);
    if (moving) {
      showBitmap(now);
      write(g, names(model, now, Math.min(40, room())), now.look);
    } else {
      shapes(g, layers(g, width, height), model, now);
      write(g, names(model, now, room()), now.look);
    }
  }

  function showBitmap(now) {
    const zoomed = still ? camera.k / still.camera.k : 0;
    if (!still || zoomed > 2 || zoomed < 0.5 || !covers(zoomed)) makeBitmap();
    if (!still) return;
    const by = camera.k / still.camera.k;
    // The place of the bitmap's corner under the present camera.
    const x = (still.x - still.camera.x) * by + camera.x, y = (still.y - still.camera.y) * by + camera.y;
    g.imageSmoothingQuality = "low";
    g.drawImage(bitmap, x, y, still.width * by, still.height * by);
  }

  /** Whether the bitmap has everything that is on the screen. */
  function covers(by) {
    if (!still) return false;
    const x = (still.x - still.camera.x) * by + camera.x, y = (still.y - still.camera.y) * by + camera.y;
    const all = reach(camera);
    return x <= Math.max(0, all.x0) + 1 && y <= Math.max(0, all.y0) + 1
      && x + still.width * by >= Math.min(width, all.x1) - 1 && y + still.height * by >= Math.min(height, all.y1) - 1;
  }

  /** The box of everything drawn, in pixels. */
  function reach({ k, x, y }) {
    const { x0, x1, y0, y1 } = bounds, pad = 60 * Math.max(1, k);
    return { x0: x0 * k + x - pad, y0: y0 * k + y - pad, x1: x1 * k + x + pad, y1: y1 * k + y + pad };
  }
  let bounds = { x0: 0, x1: 0, y0: 0, y1: 0 };

  function makeBitmap() {
    const all = reach(camera);
    const x0 = Math.floor(Math.max(all.x0, -width * MARGIN)), y0 = Math.floor(Math.max(all.y0, -height * MARGIN));
    const x1 = Math.ceil(Math.min(all.x1, width * (1 + MARGIN))), y1 = Math.ceil(Math.min(all.y1, height * (1 + MARGIN)));
    if (x1 <= x0 || y1 <= y0) return void (still = null);
    const w = x1 - x0, hgt = y1 - y0;
    bitmap.width = w * ratio;
    bitmap.height = hgt * ratio;
    const onto = bitmap.getContext("2d", { alpha: false });
    const shifted = view({ k: camera.k, x: camera.x - x0, y: camera.y - y0 }, w, hgt);
    onto.setTransform(ratio, 0, 0, ratio, 0, 0);
    onto.fillStyle = shifted.look.ground;
    onto.fillRect(0, 0, w, hgt);
    shapes(onto, layers(onto, w, hgt), model, shifted);
    still = { x: x0, y: y0, width: w, height: hgt, camera: { ...camera } };
  }

  function dirty(keepsBitmap = false) {
    if (!keepsBitmap) still = null;
    if (!frame) frame = requestAnimationFrame(paint);
  }

  // Pan, pinch and wheel.
  const at = event => {
    const area = canvas.getBoundingClientRect(), point = event.touches?.[0] ?? event;
    return [point.clientX - area.left, point.clientY - area.top];
  };
  const zoom = d3.zoom().scaleExtent(ZOOM)
    .filter(event => !event.button && (event.type === "wheel" || event.touches || under(event).node < 0))
    .on("start", () => { clearTimeout(settle); })
    .on("zoom", ({ transform, sourceEvent }) => {
      if (sourceEvent) follows = false;
      camera = { k: transform.k, x: transform.x, y: transform.y };
      moving = true;
      clearTimeout(settle);
      settle = setTimeout(rest, SETTLED_MS);
      dirty(true);
    })
    .on("end", () => { clearTimeout(settle); settle = setTimeout(rest, SETTLED_MS); });
  const rest = () => {
    moving = false;
    dirty(true);
  };
  const stage = d3.select(canvas).call(zoom).on("dblclick.zoom", null);

  const under = event => {
    const [x, y] = at(event), reachOf = event.pointerType === "touch" || event.touches ? 14 : 5;
    const node = hit(model, camera, x, y, reachOf);
    return { node, tie: node >= 0 ? -1 : hitTie(model, camera, x, y, reachOf, lit(model, view())) };
  };

  // A node is dragged to pin it; without a move it is selected.
  let drag = null;
  canvas.addEventListener("pointerdown", event => {
    if (event.button) return;
    // A finger pans from everywhere.
    const node = event.pointerType === "touch" ? -1 : under(event).node, [x, y] = at(event);
    leave();
    drag = { node, x, y, moved: false, dx: node < 0 ? 0 : model.nodes[node].x * camera.k + camera.x - x, dy: node < 0 ? 0 : model.nodes[node].y * camera.k + camera.y - y };
    if (node >= 0) canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", event => {
    const [x, y] = at(event);
    if (drag) {
      if (Math.hypot(x - drag.x, y - drag.y) > 4) drag.moved = true;
      if (drag.moved && drag.node >= 0) {
        const node = model.nodes[drag.node];
        node.x = (x + drag.dx - camera.x) / camera.k;
        node.y = (y + drag.dy - camera.y) / camera.k;
        node.pin = { x: node.x, y: node.y };
        measure();
        dirty();
      }
      return;
    }
    if (event.pointerType === "touch" || moving) return;
    const next = under(event);
    canvas.style.cursor = next.node >= 0 || next.tie >= 0 ? "pointer" : "";
    on.hover(next, x, y);
    // Whoever crosses the map does not want it to flicker.
    clearTimeout(lingers);
    if (next.node !== hovered.node || next.tie !== hovered.tie) {
      lingers = setTimeout(() => {
        hovered = next;
        dirty();
      }, LINGER_MS);
    }
  });
  const dropped = event => {
    const done = drag;
    drag = null;
    if (!done || event.type === "pointercancel") return;
    if (done.moved) return void (done.node >= 0 && on.pin(done.node));
    on.select(under(event));
  };
  canvas.addEventListener("pointerup", dropped);
  canvas.addEventListener("pointercancel", dropped);
  const leave = () => {
    clearTimeout(lingers);
    if (hovered.node >= 0 || hovered.tie >= 0) dirty();
    hovered = { node: -1, tie: -1 };
    on.hover(hovered, 0, 0);
  };
  canvas.addEventListener("pointerleave", leave);
  canvas.addEventListener("dblclick", event => {
    const { node } = under(event);
    if (node >= 0) on.open(node);
  });

  const watch = new ResizeObserver(() => {
    const before = { width, height };
    width = place.clientWidth;
    height = place.clientHeight;
    ratio = Math.min(2, devicePixelRatio || 1);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    if (before.width === 0 || follows) fit(false);
    else if (width) move({ k: camera.k, x: camera.x + (width - before.width) / 2, y: camera.y + (height - before.height) / 2 });
    still = null;
    paint();
  });
  watch.observe(place);

  function measure() {
    bounds = box(model.nodes, 0);
  }

  /** The camera that shows a box in the part of a picture that panels leave free. */
  function fitted(nodes = model.nodes) {
    const { x0, x1, y0, y1 } = box(nodes), w = Math.max(60, width - insets.left - insets.right), hgt = Math.max(60, height - insets.top - insets.bottom);
    const k = Math.max(ZOOM[0], Math.min(1.7, w / (x1 - x0 + 60), hgt / (y1 - y0 + 60)));
    return { k, x: insets.left + w / 2 - ((x0 + x1) / 2) * k, y: insets.top + hgt / 2 - ((y0 + y1) / 2) * k };
  }

  function move(to, animated = false) {
    const target = d3.zoomIdentity.translate(to.x, to.y).scale(to.k);
    if (animated && !calm()) stage.transition().duration(350).call(zoom.transform, target);
    else stage.call(zoom.transform, target);
  }

  function fit(animated = true) {
    follows = true;
    if (width && model.nodes.length) move(fitted(), animated);
  }

  return {
    canvas,
    fit,
    /** Shows a network; nodes of both networks move to their new places. */
    show(next, { from = new Map(), stays = false } = {}) {
      cancelAnimationFrame(animation);
      model = next;
      hovered = selected = { node: -1, tie: -1 };
      measure();
      const most = model.nodes.reduce((a, b) => (b.papers > a.papers ? b : a), model.nodes[0] ?? { label: "nobody" });
      canvas.setAttribute("aria-label", `Map of ${model.nodes.length} ${model.kind} and ${model.ties.length} ties in ${model.colleges.length} groups; most papers: ${most.label}. The table has the same in words.`);
      const shared = model.nodes.filter(each => from.has(each.id)).length;
      if (!stays || follows) fit(shared > 0);
      if (shared === 0 || calm()) return dirty();
      const ends = model.nodes.map(each => ({ x: each.x, y: each.y })), start = performance.now();
      const starts = model.nodes.map((each, i) => from.get(each.id) ?? ends[i]);
      const step = now => {
        const t = Math.min(1, Math.max(0, now - start) / TRANSITION_MS), eased = 1 - (1 - t) ** 3;
        model.nodes.forEach((node, i) => {
          node.x = starts[i].x + (ends[i].x - starts[i].x) * eased;
          node.y = starts[i].y + (ends[i].y - starts[i].y) * eased;
        });
        still = null;
        paint();
        if (t < 1) animation = requestAnimationFrame(step);
      };
      animation = requestAnimationFrame(step);
    },
    select(what) {
      selected = what;
      hovered = { node: -1, tie: -1 };
      dirty();
    },
    /** Brings a node into the part of the picture that panels leave free. */
    reveal(i) {
      const node = model.nodes[i], x = node.x * camera.k + camera.x, y = node.y * camera.k + camera.y;
      const left = insets.left, right = width - insets.right, top = insets.top, bottom = height - insets.bottom;
      if (!follows && (x < left || x > right || y < top || y > bottom)) move({ k: camera.k, x: camera.x + (left + right) / 2 - x, y: camera.y + (top + bottom) / 2 - y }, true);
    },
    isolate(keys) {
      only = keys;
      dirty();
    },
    inset(next, covered) {
      const changed = Object.entries(next).some(([side, by]) => insets[side] !== by);
      insets = next;
      taken = covered;
      if (follows && changed) fit();
      else dirty(true);
    },
    zoomBy(by) {
      follows = false;
      if (calm()) stage.call(zoom.scaleBy, by);
      else stage.transition().duration(200).call(zoom.scaleBy, by);
    },
    repaint: () => dirty(),
    /** The nearest node in a direction, for the arrow keys. */
    beside(i, dx, dy) {
      if (i < 0) return model.nodes.length ? model.nodes.findIndex(each => each.given) : -1;
      const from = model.nodes[i];
      let best = -1, least = Infinity;
      model.nodes.forEach((node, at) => {
        const along = (node.x - from.x) * dx + (node.y - from.y) * dy, across = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
        const cost = along + across * 2;
        if (at !== i && along > 0 && across < along * 2 && cost < least) [best, least] = [at, cost];
      });
      return best < 0 ? i : best;
    },
    /** What the screen shows now, for pictures of it. */
    state: () => ({ model, only, focus: selected.node, tie: selected.tie }),
    end() {
      watch.disconnect();
      cancelAnimationFrame(frame);
      cancelAnimationFrame(animation);
      clearTimeout(settle);
      clearTimeout(lingers);
      canvas.remove();
    },
  };
}
