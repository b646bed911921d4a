// @ts-check
// The network view: the map of a question with its legend, cards, years, settings and table. Without a question it finds one.

import { AskError } from "../api.js";
import { count, h, number, years } from "../element.js";
import { createMap } from "../map/map.js";
import { KINDS, MAX_KEPT, MAX_NODES, cut, input, tidy, title, whole } from "../question.js";
import { activityOfAllYears, learnNames, network } from "./answers.js";
import { createCard } from "./card.js";
import { change, createControls } from "./controls.js";
import { emptyState, living, welcome } from "./first.js";
import { createLegend } from "./legend.js";
import { colours, readPin } from "./model.js";
import { createTable } from "./table.js";
import { createYears } from "./years.js";


/** Parts of a question that change nothing on the map but what is shown of it. */
const APPEARANCE = new Set(["select", "with", "only", "embed"]);

/** Parts of a question after which the picture keeps its place on the screen. */
const GROWTH = new Set([...APPEARANCE, "expanded", "hidden", "pins"]);

const names = new Map();

const key = (q, without) => JSON.stringify(Object.entries(tidy(q)).filter(([part]) => !without.has(part)).sort());

export async function show(place, first, app) {
  let q = whole(first);
  let shown = null;
  let turn = 0, central = false;
  /** The input of the last request, which files and the shown query have. @type {any} */
  let asked = input(q);
  let selected = { node: -1, tie: -1 };

  // The parts.
  const stage = h("div", { class: "stage", tabindex: 0, role: "group", "aria-label": "Map. Arrow keys go from node to node, Enter looks at one." });
  const tip = h("div", { class: "tip", hidden: true });
  const heading = h("h1", { tabindex: -1 }), counts = h("p", { class: "cut" }), chips = h("div", { class: "chips" });
  const head = h("div", { class: "head" }, heading, counts, chips);
  const skeleton = h("div", { class: "skeleton", "aria-hidden": "true" }, [...Array(9)].map(() => h("i", {})));

  const map = createMap(stage, {
    hover: ({ node, tie }, x, y) => {
      const text = shown && (node >= 0 ? about(shown, node) : tie >= 0 ? aboutTie(shown, tie) : "");
      tip.hidden = !text;
      tip.textContent = text ?? "";
      tip.style.translate = `${Math.min(x + 14, stage.clientWidth - 250)}px ${y + 16}px`;
    },
    select: what => pick(what),
    pin: node => pin(node),
    open: node => expand(node),
  });
  stage.append(tip, skeleton);

  const view = { app, names, select: pick, expand, pin, remove, ask, question: () => q, input: () => asked, model: () => shown, central: computeCentral, methods: citable };
  const between = h("button", { type: "button", class: "link", title: "Rank everybody by how many shortest paths pass through", onclick: async () => {
    toggleTable(true);
    await table.bridges();
  } }, "Who bridges them?");
  const legend = createLegend(view, between, only => {
    q.only = [...only];
    map.isolate(only);
    app.note({ only: q.only });
  });
  const card = createCard(view);
  const controls = createControls(view);
  const table = createTable(view);
  const histogram = createYears((from, to) => ask({ from, to }));
  /** @type {Promise<any> | null} */
  let menu = null;
  const takeAway = h("details", { class: "takeaway", ontoggle: async () => {
    menu ??= import("./takeaway.js").then(({ createTakeAway }) =>
      createTakeAway(takeAway, view, () => map.state(), () => ({ title: heading.textContent ?? "", subtitle: counts.firstChild?.textContent ?? "" })));
    (await menu).show(q);
  } }, h("summary", { class: "button" }, "Take away"));
  const methods = h("details", { class: "methods" }, h("summary", {}, "How it was counted"), h("p", {}), h("button", { type: "button", onclick: event => {
    navigator.clipboard?.writeText(citable());
    event.currentTarget.textContent = "Copied";
  } }, "Copy"));
  const rearrange = tool("Rearrange", "Free what was expanded or pinned and lay out the map anew", () => ask({ arranged: q.expanded.length, pins: [] }));
  const settings = tool("Settings", "What counts, and how much is shown", () => toggle(controls.element));
  const tableTool = tool("Table", "The same as a table (T)", () => toggleTable());
  const tools = h("div", { class: "tools", role: "toolbar", "aria-label": "Map" },
    h("div", { class: "zooms" }, tool("+", "Zoom in", () => map.zoomBy(1.5)), tool("−", "Zoom out", () => map.zoomBy(1 / 1.5)), tool("⤢", "Show everything", () => map.fit())),
    rearrange, tableTool, settings, takeAway);
  const handle = h("button", { type: "button", class: "handle", "aria-label": "Show more or less", onclick: () => unfold(!sheet.hasAttribute("data-open")) });
  const welcoming = h("div", { class: "panel welcome", hidden: true });
  const left = h("div", { class: "left" }, head, legend.element, methods);
  const right = h("div", { class: "right" }, controls.element, card.element, welcoming);
  const sheet = h("div", { class: "sheet" }, handle, left, right);
  const root = h("section", { class: "network" }, stage, sheet, histogram.element, tools, table.element);
  place.append(root);
  controls.element.hidden = card.element.hidden = table.element.hidden = true;

  function ask(partial) {
    const { select, with: partner, ...rest } = q;
    app.go({ ...rest, view: "network", embed: app.question().embed, ...partial });
  }

  function toggle(panel, open = panel.hidden) {
    panel.hidden = !open;
    settings.setAttribute("aria-expanded", String(!controls.element.hidden));
    inset();
    if (open) {
      unfold(true);
      panel.querySelector("input, select, button")?.focus({ preventScroll: true });
    }
  }

  function toggleTable(open = table.element.hidden) {
    table.element.hidden = !open;
    root.toggleAttribute("data-table", open);
    tableTool.setAttribute("aria-pressed", String(open));
    if (open && shown) table.show(shown, q);
    inset();
  }

  /** On a phone the panels are a sheet at the bottom. */
  function unfold(open) {
    sheet.toggleAttribute("data-open", open);
    handle.setAttribute("aria-expanded", String(open));
    inset();
  }

  /** Tells the map what panels cover. */
  function inset() {
    const phone = innerWidth <= 760, bare = "embed" in app.question(), below = table.element.hidden ? 0 : stage.clientHeight * 0.45;
    const beside = !bare && [welcoming, card.element, controls.element].some(each => !each.hidden);
    map.inset(phone
      ? { left: 16, right: 16, top: 50, bottom: sheet.hasAttribute("data-open") ? stage.clientHeight * 0.62 : Math.max(below, 190) }
      : { left: 306, right: beside ? 366 : 50, top: 62, bottom: bare ? 20 : below ? below + 20 : 116 }, (phone ? [tools] : [head, tools]).map(boxOf));
  }

  function boxOf(part) {
    const { left, top, width, height } = part.getBoundingClientRect(), from = stage.getBoundingClientRect();
    return { x: left - from.left, y: top - from.top, width, height };
  }

  /** Shows a node or a tie, or nothing. */
  function pick(what, focuses = false) {
    if (!shown) return;
    selected = what;
    map.select(what);
    table.select(what);
    const { nodes, ties } = shown, tie = ties[what.tie];
    const id = what.node >= 0 ? nodes[what.node].id : tie ? nodes[tie.a].id : undefined;
    app.note({ select: id, with: tie ? nodes[tie.b].id : undefined });
    const was = card.element.hidden;
    if (what.node >= 0) {
      card.node(what.node);
      app.announce(about(shown, what.node));
    } else if (tie) {
      card.tie(what.tie);
      app.announce(aboutTie(shown, what.tie));
    } else card.close();
    welcoming.hidden = !card.element.hidden || !isFirst();
    if (!card.element.hidden && !focuses) unfold(true);
    if (was !== card.element.hidden) inset();
    if (what.node >= 0) map.reveal(what.node);
  }

  const isFirst = () => !app.question().view;

  function expand(node) {
    const { id, label } = shown.nodes[node];
    if (shown.nodes.length + 1 > MAX_KEPT) {
      return app.announce(`A map of more than ${MAX_KEPT} nodes cannot be expanded. Show fewer nodes first.`);
    }
    app.announce(`Expanding ${label}`);
    ask({ expanded: [...q.expanded.filter(each => each !== id), id], select: id });
  }

  /** Pins a node where it is, or lets it go. */
  function pin(node, free = false) {
    const { id, x, y } = shown.nodes[node];
    const others = q.pins.filter(each => readPin(each)[0] !== id);
    ask({ pins: free ? others : [...others, `${id}@${Math.round(x)}@${Math.round(y)}`], select: app.question().select });
  }

  function remove(node) {
    const { id } = shown.nodes[node];
    ask({ hidden: [...q.hidden, id], given: q.given.length > 1 ? q.given.filter(each => each !== id) : q.given, expanded: q.expanded.filter(each => each !== id) });
  }

  async function computeCentral() {
    central = true;
    await next(app.question());
  }

  async function next(wanted) {
    const mine = ++turn, before = q, late = setTimeout(() => root.setAttribute("data-loading", ""), shown ? 300 : 0);
    try {
      let start = null;
      if (!wanted.view) {
        start = await living(app);
        if (!start) return void place.replaceChildren(emptyState(app));
      }
      q = whole({ ...wanted, ...(start?.question ?? {}) });
      const [found] = await Promise.all([network(app, q, central, shown?.kind === q.kind ? colours(shown) : new Map(history.state?.colours ?? [])), learnNames(app, q, names)]);
      if (mine !== turn) return;
      const result = found.model;
      asked = found.input;
      root.dataset.moved = String(found.moved);
      const previous = shown;
      for (const { id, label } of result.nodes) names.set(id, label);
      history.replaceState({ ...history.state, colours: found.colours }, "");
      shown = result;
      q.only = q.only.filter(each => result.colleges.some(college => college.key === each));
      draw(start, before);
      const stays = previous !== null && key(before, GROWTH) === key(q, GROWTH);
      inset();
      map.show(result, { from: new Map((previous?.nodes ?? []).map(each => [each.id, { x: each.x, y: each.y }])), stays });
      map.isolate(new Set(q.only));
      selectWanted(wanted);
      // After the frame in which it is painted.
      requestAnimationFrame(() => performance.mark("map-shown"));
    } finally {
      clearTimeout(late);
      if (mine === turn) root.removeAttribute("data-loading");
    }
    if (shown) allYears();
  }

  /** Selects what the address says. */
  function selectWanted(wanted) {
    const { index, ties } = shown;
    const node = index.get(wanted.select) ?? -1, partner = index.get(wanted.with) ?? -1;
    const tie = partner < 0 ? -1 : ties.findIndex(each => (each.a === node && each.b === partner) || (each.a === partner && each.b === node));
    if (node >= 0) pick(tie >= 0 ? { node: -1, tie } : { node, tie: -1 });
    else {
      selected = { node: -1, tie: -1 };
      card.close();
    }
  }

  /** Fills the panels. */
  function draw(start, before) {
    const m = shown;
    const name = title(q, names);
    app.entitle(start ? "" : name, start ? "" : (heading.textContent === name && change(before, q, names)) || name);
    heading.textContent = name;
    const parts = cut(m.totals, m.nodes.length, m.ties.length, q.kind);
    const fewer = m.totals.nodesReached > m.nodes.length && q.nodes < MAX_NODES && q.expanded.length === 0;
    const more = Math.min(MAX_NODES, q.nodes * 2);
    counts.replaceChildren(h("span", {}, parts.join(" · ")), ...(fewer ? [" ", h("button", { type: "button", class: "link", onclick: () => ask({ nodes: more }) }, `Show ${number(Math.min(more, m.totals.nodesReached))}`)] : []));
    counts.title = leftOut(m);
    chips.replaceChildren(...controls.chips(q));
    legend.show(m, q);
    methods.querySelector("p").textContent = citable();
    methods.querySelector("button").textContent = "Copy";
    controls.show(q);
    menu?.then(made => made.show(q));
    rearrange.disabled = q.pins.length === 0 && q.expanded.length === (q.arranged ?? 0);
    stage.querySelector(".state")?.remove();
    if (m.ties.length === 0) stage.append(nothing(m.nodes.length));
    if (!table.element.hidden) table.show(m, q);
    welcoming.hidden = !start;
    if (start) welcoming.replaceChildren(...welcome(app, start, m));
    app.announce(`${name}: ${parts.join(", ")}`);
  }

  /** The years of all papers, whatever window the question has, so that the window can be widened. */
  async function allYears() {
    const mine = turn, m = shown;
    histogram.show(m.activity, q);
    if (!q.from && !q.to) return;
    try {
      const activity = await activityOfAllYears(app, q);
      if (mine === turn) histogram.show(activity, q);
    } catch (error) {
      // The map is there; only wider windows are missing.
      if (!(error instanceof AskError) && error.name !== "AbortError") throw error;
    }
  }

  function nothing(nodes) {
    const narrowed = q.from || q.to || q.topics.length || q.organisations.length || q.venues.length;
    return h("div", { class: "state" }, h("h2", {}, nodes ? "No ties here" : `No ${KINDS[q.kind].many} here`),
      h("p", {}, narrowed ? "No joint paper meets all of these conditions." : "There are no joint papers."),
      narrowed && h("p", {}, h("button", { type: "button", onclick: () => ask({ from: undefined, to: undefined }) }, "All years"), " ",
        h("button", { type: "button", onclick: () => ask({ from: undefined, to: undefined, topics: [], organisations: [], venues: [] }) }, "All papers")));
  }

  /** The sentence of the service, with names for ids. */
  function citable() {
    return shown.methods.replace(/\bkeeping ((?:[^,;]+, ){4,}?)(?=based)/, (_, kept) => {
      const ids = kept.split(", ").filter(Boolean);
      return `keeping ${ids.slice(0, 3).join(", ")} and ${ids.length - 3} more, `;
    }).replace(/\b(author|topic|organisation):[^\s,;]+/g, id => (names.has(id) ? names.get(id) : id));
  }

  /** The keyboard of the map. */
  function keys(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (!shown || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select, dialog")) return;
    const onMap = target === stage || target === document.body || target.id === "place";
    const arrow = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const { node } = selected;
    if (arrow && onMap) pick({ node: map.beside(node, arrow[0], arrow[1]), tie: -1 }, true);
    else if (event.key === "Enter" && onMap && node >= 0) {
      unfold(true);
      card.element.querySelector("h2")?.focus();
    } else if (event.key === "e" && node >= 0) expand(node);
    else if (event.key === "p" && node >= 0) pin(node, shown.nodes[node].pin !== undefined);
    else if (event.key === "Delete" && node >= 0) remove(node);
    else if (event.key === "t") toggleTable();
    else if (event.key === "+" || event.key === "=") map.zoomBy(1.5);
    else if (event.key === "-") map.zoomBy(1 / 1.5);
    else if (event.key === "0") map.fit();
    else if (event.key === "Escape") {
      takeAway.open = false;
      if (!controls.element.hidden) toggle(controls.element, false);
      else if (q.only.length && node < 0 && selected.tie < 0) legend.clear();
      else pick({ node: -1, tie: -1 });
      unfold(false);
      stage.focus({ preventScroll: true });
    } else return;
    event.preventDefault();
  }

  /** A pick of the search box: who is on the map is shown, others come in. */
  function found(event) {
    const { id, kind, label } = event.detail;
    if (kind !== q.kind || !shown) return;
    const node = shown.index.get(id);
    if (node !== undefined) pick({ node, tie: -1 });
    else if (isFirst()) return;
    else {
      names.set(id, label);
      ask({ expanded: [...q.expanded, id], hidden: q.hidden.filter(each => each !== id), select: id });
    }
    event.preventDefault();
    stage.focus({ preventScroll: true });
  }

  const repaint = () => map.repaint();
  addEventListener("keydown", keys);
  document.addEventListener("pick", found);
  document.addEventListener("themechange", repaint);

  function end() {
    turn++;
    removeEventListener("keydown", keys);
    document.removeEventListener("pick", found);
    document.removeEventListener("themechange", repaint);
    map.end();
  }
  end.next = next;
  try {
    await next(first);
  } catch (error) {
    end();
    throw error;
  }
  return end;
}

const tool = (text, what, act) => h("button", { type: "button", title: what, "aria-label": text.length > 1 ? undefined : what, onclick: act }, text);

function about(m, node) {
  const { label, papers, ties } = m.nodes[node];
  return `${label}: ${count(papers, "paper")}, ${count(ties.length, "tie")} here`;
}

function aboutTie(m, tie) {
  const { a, b, papers, first, last } = m.ties[tie];
  return `${m.nodes[a].label} and ${m.nodes[b].label}: ${count(papers, "paper")}${first ? `, ${years(first, last)}` : ""}`;
}

/** What did not count, in words. */
function leftOut({ totals }) {
  return [
    totals.papersOverAuthorLimit && `${count(totals.papersOverAuthorLimit, "paper")} with too many authors do not count.`,
    totals.papersWithoutYear && `${count(totals.papersWithoutYear, "paper")} without a year are in no period.`,
    totals.papersWithIncompleteAuthors && `${count(totals.papersWithIncompleteAuthors, "paper")} do not list all their authors.`,
  ].filter(Boolean).join(" ");
}
