// @ts-check
// What the pages are made of: sections that load by themselves, lists that page, tables, bars and marked words.

import { count, h, number, years as period } from "../element.js";

/** @typedef {import("../main.js").App} App */
/** @typedef {ReturnType<typeof page>} Kit */
/** @typedef {{year: number, papers: number, share?: number | null}} YearCount */
/** @typedef {{field: string, text: string, start: number | null, end: number | null}} Evidence */
/** @typedef {{start: number, end: number, topic: string}} Span words of a text, and the topic that they are evidence of */
/** @typedef {{items: any[], next: any, total?: number | null}} ListPage items, what leads to the next page, and the length of the list */

const SVG = "http://www.w3.org/2000/svg";

/** Most items that the API returns for one `first`. */
const MAX_FIRST = 500;

/** Most authors of a paper in a list of papers. */
const MAX_NAMES = 6;

/** Years that a picture has at least, so that a few bars do not become wide. */
const MIN_YEARS = 10;

/** How long a page waits before it says that it waits. */
const PATIENCE = 300;

export const PAPER_ORDERS = { NEWEST: "newest first", MOST_CITED: "most cited first", OLDEST: "oldest first", TITLE: "by title" };

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

export const years = (first, last) => period(first, last) || "undated";

/** A page of a connection. @returns {ListPage} */
export function paged(connection, items = connection.nodes) {
  const { hasNextPage, endCursor } = connection.pageInfo;
  return { items, next: hasNextPage ? endCursor : null, total: connection.totalCount };
}

/**
 * Pages through a list that only has `first`: asks for one item more than it shows, to know whether there are more.
 * @param {(first: number) => Promise<any[]>} load
 * @returns {(shown: number | null) => Promise<ListPage>}
 */
export function growing(step, load) {
  return async shown => {
    const from = shown ?? 0;
    const to = Math.min(from + step, MAX_FIRST);
    const list = await load(Math.min(to + 1, MAX_FIRST));
    return { items: list.slice(from, to), next: list.length > to ? to : null };
  };
}

/** Evidence that lies in a text, as spans. @returns {Span[]} */
export function spans(text, field, topics) {
  return topics
    .flatMap(({ evidence, topic }) => evidence.map(each => ({ ...each, topic: topic.label ?? "" })))
    .filter(each => each.field === field && each.start != null && text.slice(each.start, each.end ?? 0) === each.text)
    .map(({ start, end, topic }) => ({ start: Number(start), end: Number(end), topic }))
    .sort((a, b) => a.start - b.start);
}

/** The tools of one page. @param {HTMLElement} place @param {App} app */
export function page(place, app) {
  const { href } = app;
  let isOpen = true;
  /** What each part was filled for last; an answer that comes later is of no use. @type {WeakMap<HTMLElement, object>} */
  const turns = new WeakMap();
  const kit = {
    count, h, href, number,

    /** Whether the page is still shown. */
    isOpen: () => isOpen,

    ask: (operation, variables = {}) => app.ask(operation, variables),

    /** Shows a page once it is made; what goes wrong is said by whoever shows pages. */
    async whole(make) {
      const body = h("article", { class: "page" });
      place.replaceChildren(body);
      const waiting = setTimeout(() => body.append(kit.loading()), PATIENCE);
      try {
        body.replaceChildren(...[await make()].flat(Infinity).filter(Boolean));
      } finally {
        clearTimeout(waiting);
      }
      app.entitle(place.querySelector("h1")?.textContent ?? "");
      return () => { isOpen = false; };
    },

    /**
     * Fills a part of the page with what `make` finds, and says meanwhile that it waits and afterwards what went wrong.
     * @param {boolean} [isQuestion] whether it may be asked again
     */
    async fill(element, make, isQuestion = true) {
      turns.set(element, make);
      const show = (...content) => turns.get(element) === make && element.replaceChildren(...content.flat(Infinity).filter(Boolean));
      const waiting = setTimeout(() => element.hasChildNodes() || show(kit.loading()), PATIENCE);
      element.setAttribute("aria-busy", "true");
      try {
        show(await make());
      } catch (error) {
        if (error.name === "AbortError") return;
        show(kit.failure(error), isQuestion && h("button", { type: "button", onclick: () => kit.fill(element, make) }, "Ask again"));
      } finally {
        clearTimeout(waiting);
        if (turns.get(element) === make) element.removeAttribute("aria-busy");
      }
    },

    loading: () => h("p", { class: "muted loading" }, "Loading …"),

    failure: error => h("p", { class: "failure", role: "alert" }, error.message || String(error)),

    /** What a page says of an id that nothing has. */
    unknown: (kind, id) => [
      kit.head(kind, "Nothing has this id"),
      h("p", {}, `There is no ${kind.toLowerCase()} with the id “${id}”. It may have been removed, or the id is from another graph.`),
    ],

    head(kind, name, facts = [], actions = []) {
      const stated = facts.filter(Boolean);
      return h("header", { class: "page-head" },
        h("p", { class: "kind" }, kind), h("h1", { dir: "auto" }, name),
        stated.length > 0 && h("p", { class: "muted" }, stated.flatMap((fact, i) => (i ? [" · ", fact] : [fact]))),
        actions.length > 0 && h("p", { class: "row-of-links" }, actions));
    },

    /** The two columns of a page. */
    columns: (main, aside) => h("div", { class: "columns" }, h("div", {}, main), h("div", {}, aside)),

    /** A section whose content may take a moment. */
    section(title, make, note) {
      const body = h("div", {});
      void kit.fill(body, make);
      return kit.panel(title, note && h("p", { class: "muted" }, note), body);
    },

    /** A section whose content is there. */
    panel: (title, ...children) => h("section", { class: "panel" }, h("h2", {}, title), children),

    link: (view, entity, name) => h("a", { href: href({ view, id: entity.id }) }, h("bdi", {}, name)),
    person: (person, written) => kit.link("person", person, written ?? person.name),
    topic: topic => kit.link("topic", topic, topic.label),
    organisation: organisation => kit.link("organisation", organisation, organisation.name),
    venue: venue => kit.link("venue", venue, venue.name),

    /** A link to another site. */
    out: (url, text) => (url && /^https?:/.test(url) ? h("a", { href: url, class: "out", rel: "noreferrer" }, text) : text),

    /** @param {any[]} items links, or anything else that stands in a line */
    line: items => items.flatMap((item, i) => (i ? [", ", item] : [item])),

    /** Terms and what belongs to them; those without a value are left out. @param {any[][]} pairs */
    facts: pairs => h("dl", { class: "facts" }, pairs
      .filter(([, value]) => value != null && value !== false && value !== "" && !(Array.isArray(value) && value.length === 0))
      .map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value)))),

    /** @param {string[]} heads those that begin with # are of numbers */
    table(caption, heads, rows = []) {
      const body = h("tbody", {}, rows.map(row => kit.row(row)));
      const names = heads.map(head => h("th", { scope: "col", class: head.startsWith("#") && "figure" }, head.replace("#", "")));
      const table = h("div", { class: "scroll" }, h("table", {}, h("caption", {}, caption), h("thead", {}, h("tr", {}, names)), body));
      if (rows.length) reach(table, caption);
      return { body, table };
    },
    /** A number in words of its own. */
    figure: text => h("span", { class: "figure" }, text),
    /** @param {any[]} cells numbers stand to the right; the first cell names the row */
    row: cells => h("tr", {}, cells.map((cell, i) => (i
      ? h("td", { class: typeof cell === "number" && "figure" }, typeof cell === "number" ? number(cell) : cell)
      : h("th", { scope: "row" }, cell)))),

    /**
     * A list that pages: items are put into `list`, and a button asks for more.
     * @param {(item: any, at: number) => HTMLElement} make
     * @param {string} empty what is said if there are none @param {HTMLElement} [shell] element that contains the list
     */
    async listing(list, load, make, empty, shell = list) {
      let shown = 0;
      let next = null;
      const said = h("span", { class: "muted", role: "status" });
      const more = h("button", { type: "button", onclick: () => add(true) }, "Show more");
      const foot = h("p", { class: "foot" }, said, more);
      const add = async isMore => {
        more.disabled = true;
        try {
          const got = await load(next);
          const made = got.items.map((item, i) => make(item, shown + i));
          list.append(...made);
          shown += made.length;
          next = got.next;
          said.textContent = next == null ? "" : got.total == null ? `the first ${number(shown)}` : `${number(shown)} of ${number(got.total)}`;
          more.hidden = next == null;
          if (isMore) /** @type {HTMLElement | null} */ (made[0]?.querySelector("a, button"))?.focus();
        } catch (error) {
          if (!isMore) throw error;
          said.replaceChildren(kit.failure(error));
        } finally {
          more.disabled = false;
        }
      };
      await add(false);
      if (shell !== list) reach(shell, shell.querySelector("caption")?.textContent ?? "");
      return shown ? [shell, foot] : h("p", { class: "muted" }, empty);
    },

    /** A button that shows and hides what it fills at the first time. */
    disclosure(label, make) {
      const body = h("div", { class: "disclosed", hidden: true });
      const button = h("button", { type: "button", class: "fold", "aria-expanded": "false", onclick: () => {
        body.hidden = !body.hidden;
        button.setAttribute("aria-expanded", String(!body.hidden));
        if (!body.hidden && !body.hasChildNodes()) void kit.fill(body, make);
      } }, label);
      return [button, body];
    },

    /** @param {Record<string, string>} options names by value */
    choice: (label, options, value, change) => h("label", { class: "choice" }, label, " ",
      h("select", { onchange: event => change(event.target.value) },
        Object.entries(options).map(([each, name]) => h("option", { value: each, selected: each === value }, name)))),

    /** Who wrote a paper, shortened. */
    byline(paper) {
      const names = paper.authors.slice(0, MAX_NAMES).map(each => kit.person(each.author, each.nameAsWritten ?? undefined));
      const others = Math.max(paper.authorCount ?? 0, paper.authors.length) - names.length;
      return [...kit.line(names), others > 0 && ` and ${count(others, "other")}`];
    },

    /** A paper in a list. @param {...any} rest what else is said of it */
    paper: (paper, title, ...rest) => h("li", { class: "paper" },
      h("a", { href: href({ view: "paper", id: paper.id }), class: "title", dir: "auto" }, title ?? paper.title),
      paper.isRetracted && h("strong", { class: "failure" }, " Retracted"),
      h("p", { class: "muted" }, paper.authors && [kit.byline(paper), " · "],
        [paper.year ?? "undated", paper.venue, paper.citationCount != null && count(paper.citationCount, "citation")].filter(Boolean).join(" · ")),
      rest),

    /** The papers of a selection, in an order to choose. */
    papers(filter, first = 10) {
      const body = h("div", {});
      const put = orderBy => void kit.fill(body, () => kit.listing(h("ol", { class: "papers" }),
        async after => paged((await kit.ask("papers-of-a-selection", { filter, orderBy, first, after })).papers),
        paper => kit.paper(paper), "There are none."));
      put("NEWEST");
      return [kit.choice("Order", PAPER_ORDERS, "NEWEST", put), body];
    },

    /** The papers that two share. */
    jointPapers: (n, filter, label = count(n, "paper")) => kit.disclosure(label, () => kit.listing(h("ol", { class: "papers" }),
      async after => paged((await kit.ask("papers-of-a-selection", { filter, first: 10, after })).papers),
      paper => kit.paper(paper), "There are none.")),

    /** A text with marked words. */
    marked(text, marks, from = 0, to = text.length) {
      const cuts = [...new Set([from, to, ...marks.flatMap(mark => [mark.start, mark.end])])]
        .filter(cut => cut >= from && cut <= to).sort((a, b) => a - b);
      return cuts.slice(1).map((end, i) => {
        const of = marks.filter(mark => mark.start <= cuts[i] && mark.end >= end);
        const piece = text.slice(cuts[i], end);
        return of.length ? h("mark", { title: [...new Set(of.map(mark => mark.topic))].join(", ") || null }, piece) : piece;
      });
    },

    /** Papers per year as bars, and the same as a table. */
    bars(counts, title) {
      if (!counts.length) return h("p", { class: "muted" }, "No paper has a year.");
      const most = counts.reduce((a, b) => (b.papers > a.papers ? b : a));
      const total = counts.reduce((sum, each) => sum + each.papers, 0);
      const to = counts[counts.length - 1].year;
      const from = Math.min(counts[0].year, to - MIN_YEARS + 1);
      const sentence = `${title}, ${years(counts[0].year, to)}: ${count(total, "paper")}, most in ${most.year} (${number(most.papers)}).`;
      const every = Math.ceil((to - from + 1) / 8);
      const picture = plot(counts, from, to, 96, 20, sentence, ({ year, papers, share }) =>
        `${year}: ${count(papers, "paper")}${share == null ? "" : `, ${percent(share)} of all`}`);
      for (let year = to; year >= from; year -= every) {
        picture.append(svg("text", { x: `${middle(year, from, to)}%`, y: 112, class: "tick" }, String(year)));
      }
      const at = middle(most.year, from, to);
      picture.append(svg("text", { x: `${at}%`, y: 14, class: `peak ${at < 10 ? "first" : at > 90 ? "last" : ""}` }, number(most.papers)));
      const shares = counts.some(each => each.share != null);
      return [picture, h("details", {}, h("summary", {}, "As a table"), kit.table(title, ["Year", "#Papers", ...(shares ? ["#Share of all"] : [])],
        counts.map(each => [String(each.year), each.papers, ...(shares ? [kit.figure(percent(each.share ?? 0))] : [])])).table)];
    },

    /** Small bars for a line of a table. */
    spark: (counts, from, to, name) => plot(counts, Math.min(from, to - MIN_YEARS + 1), to, 18, 1,
      `${name}: ${counts.map(each => `${each.year} ${each.papers}`).join(", ")}`, ({ year, papers }) => `${year}: ${count(papers, "paper")}`),
  };
  return kit;
}

/** Lets the keyboard scroll a wide table that has nothing else to go to. */
function reach(scroll, name) {
  if (scroll.querySelector("a, button")) return;
  for (const [key, value] of Object.entries({ tabindex: "0", role: "region", "aria-label": name })) scroll.setAttribute(key, value);
}

export const percent = share => `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;

/** @param {string | null} time ISO 8601 @returns {string} the day and the minute */
export const moment = time => (time ? `${time.slice(0, 10)} ${time.slice(11, 16)} UTC` : "");

const middle = (year, from, to) => (100 * (year - from + 0.5)) / (to - from + 1);

function plot(counts, from, to, height, top, sentence, tip) {
  const most = Math.max(1, ...counts.map(each => each.papers));
  const step = 100 / (to - from + 1);
  const picture = svg("svg", { class: top > 1 ? "chart" : "trace", role: "img", "aria-label": sentence });
  for (const each of counts) {
    const tall = Math.max(1, ((height - top) * each.papers) / most);
    picture.append(svg("rect", { x: `${(each.year - from + 0.1) * step}%`, width: `${0.8 * step}%`, y: height - tall, height: tall },
      svg("title", {}, tip(each))));
  }
  return picture;
}
