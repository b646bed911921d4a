// @ts-check
// The years: papers per year, with a window whose edges and middle are dragged.

import { count, h, years } from "../element.js";

export function createYears(ask) {
  const bars = h("div", { class: "bars" }), pane = h("div", { class: "window" }), words = h("output", {});
  const all = h("button", { type: "button", class: "link", onclick: () => ask(undefined, undefined) }, "All years");
  const from = handle("First year"), to = handle("Last year");
  const track = h("div", { class: "track" }, bars, pane, from, to);
  const element = h("div", { class: "years", role: "group", "aria-label": "Years" }, h("div", { class: "row" }, words, all), track);
  let first = 0, last = 0, low = 0, high = 0;
  let papers = new Map();
  let limited = false;

  function handle(label) {
    return h("div", { class: "handle", role: "slider", tabindex: 0, "aria-label": label, "aria-orientation": "horizontal" });
  }

  const share = year => `${((year - first) / (last - first + 1)) * 100}%`;

  function draw() {
    pane.style.left = from.style.left = share(low);
    to.style.left = share(high + 1);
    pane.style.width = `calc(${share(high + 1)} - ${share(low)})`;
    for (const [each, year] of /** @type {[HTMLElement, number][]} */ ([[from, low], [to, high]])) {
      each.setAttribute("aria-valuemin", String(first));
      each.setAttribute("aria-valuemax", String(last));
      each.setAttribute("aria-valuenow", String(year));
    }
    let inside = 0;
    bars.childNodes.forEach((bar, i) => {
      const within = first + i >= low && first + i <= high;
      bar.classList.toggle("out", !within);
      if (within) inside += papers.get(first + i) ?? 0;
    });
    words.textContent = `${years(low, high)} · ${count(inside, "paper")}`;
    all.hidden = !limited && low === first && high === last;
  }

  /** Asks for the window unless it is what was asked already. */
  function settle() {
    const next = [low === first ? undefined : low, high === last ? undefined : high];
    if (low === shown[0] && high === shown[1]) return;
    ask(next[0], next[1]);
  }
  let shown = [0, 0];

  const yearAt = event => {
    const { left, width } = track.getBoundingClientRect();
    return first + ((event.clientX - left) / width) * (last - first + 1);
  };
  const clamp = (value, a, b) => Math.max(a, Math.min(b, value));

  function drags(part, act) {
    let start = null;
    part.addEventListener("pointerdown", event => {
      start = { year: yearAt(event), low, high };
      part.setPointerCapture(event.pointerId);
      event.preventDefault();
      event.stopPropagation();
      if (part.tabIndex >= 0) part.focus();
    });
    part.addEventListener("pointermove", event => {
      if (!start) return;
      act(yearAt(event), start);
      draw();
    });
    part.addEventListener("pointerup", () => {
      if (start) settle();
      start = null;
    });
    part.addEventListener("pointercancel", () => { start = null; });
  }
  drags(from, year => { low = clamp(Math.round(year), first, high); });
  drags(to, year => { high = clamp(Math.round(year) - 1, low, last); });
  drags(pane, (year, start) => {
    const by = clamp(Math.round(year - start.year), first - start.low, last - start.high);
    [low, high] = [start.low + by, start.high + by];
  });
  // A new window is drawn over the bars.
  drags(bars, (year, start) => {
    const a = Math.floor(Math.min(year, start.year)), b = Math.floor(Math.max(year, start.year));
    [low, high] = [clamp(a, first, last), clamp(b, first, last)];
  });
  for (const [part, move] of /** @type {[HTMLElement, (by: number) => void][]} */ ([
    [from, by => { low = clamp(low + by, first, high); }], [to, by => { high = clamp(high + by, low, last); }],
  ])) {
    let timer = 0;
    part.addEventListener("keydown", event => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5, Home: -1000, End: 1000 }[event.key];
      if (!by) return;
      event.preventDefault();
      event.stopPropagation();
      move(by);
      draw();
      clearTimeout(timer);
      timer = setTimeout(settle, 500);
    });
  }

  return {
    element,
    show(activity, q) {
      element.hidden = activity.length === 0;
      if (activity.length === 0) return;
      papers = new Map(activity.map(each => [each.year, each.papers]));
      first = Math.min(activity[0].year, q.from ?? Infinity);
      last = Math.max(activity[activity.length - 1].year, q.to ?? 0);
      limited = Boolean(q.from || q.to);
      shown = [low, high] = [q.from ?? first, q.to ?? last];
      const most = Math.max(...papers.values()), span = last - first + 1;
      const every = [1, 2, 5, 10, 20, 50].find(step => span / step <= 12) ?? 100;
      bars.replaceChildren(...Array.from({ length: span }, (_, i) => {
        const year = first + i, of = papers.get(year) ?? 0;
        return h("div", { title: `${year}: ${count(of, "paper")}` }, h("i", { style: { height: `${of === 0 ? 0 : Math.max(3, (of / most) * 100)}%` } }), (span <= 12 || year % every === 0) && h("span", {}, year));
      }));
      draw();
    },
  };
}
