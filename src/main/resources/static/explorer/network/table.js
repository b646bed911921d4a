// @ts-check
// The map as tables of nodes and of ties: sorted, filtered, selected both ways. It is the view for those who do not see the map.

import { h, number, years } from "../element.js";

const NOUNS = { people: "Person", organisations: "Organisation", topics: "Topic" };

export function createTable(view) {
  const filter = h("input", { type: "search", placeholder: "Filter", "aria-label": "Filter the rows", oninput: () => draw() });
  const caption = h("caption", {}), headings = h("tr", {}), body = h("tbody", {});
  const table = h("table", {}, caption, h("thead", {}, headings), body);
  const tabs = ["Nodes", "Ties"].map((text, i) => h("button", { type: "button", "aria-pressed": String(i === 0), onclick: () => { sort = { column: i === 0 ? 1 : 2, down: true }; ofTies = i === 1; draw(); } }, text));
  const central = h("button", { type: "button", onclick: bridges, title: "Share of the shortest paths between others that pass through a node" }, "Compute who bridges");
  const element = h("section", { class: "panel table", "aria-label": "Table" },
    h("div", { class: "row" }, h("div", { class: "tabs" }, tabs), filter, central, h("button", { type: "button", onclick: save }, "Save as CSV")),
    h("div", { class: "scroll", tabindex: 0 }, table));
  let m = null;
  let q = {}, ofTies = false, sort = { column: 1, down: true }, selected = { node: -1, tie: -1 };

  /** Ranks nodes by betweenness. */
  async function bridges() {
    await view.central();
    ofTies = false;
    sort = { column: columns().length - 1, down: true };
    draw();
  }

  /** Columns: heading, value to sort by, and what is shown. */
  function columns() {
    const { nodes, ties, colleges } = m;
    const college = new Map(colleges.map(each => [each.key, each.name]));
    if (ofTies) return [
      { name: NOUNS[q.kind], of: i => nodes[ties[i].a].label },
      { name: NOUNS[q.kind], of: i => nodes[ties[i].b].label },
      { name: "Joint papers", of: i => ties[i].papers },
      { name: "Strength", of: i => ties[i].weight, show: i => +ties[i].weight.toPrecision(3) },
      { name: "Years", of: i => ties[i].first ?? 0, show: i => years(ties[i].first, ties[i].last) },
    ];
    return [
      { name: NOUNS[q.kind], of: i => nodes[i].label },
      { name: "Papers", of: i => nodes[i].papers },
      { name: "Ties here", of: i => nodes[i].ties.length },
      { name: "Strength", of: i => nodes[i].weight, show: i => +nodes[i].weight.toPrecision(3) },
      { name: q.kind === "people" ? "College" : "Group", of: i => college.get(nodes[i].college ?? "") ?? "" },
      ...(nodes.some(each => each.between) ? [{ name: "Betweenness", of: i => nodes[i].between?.value ?? 0, show: i => `${nodes[i].between?.exact ? "" : "≈ "}${(nodes[i].between?.value ?? 0).toFixed(4)}` }] : []),
    ];
  }

  /** The rows that the filter leaves, in order. */
  function rows() {
    const all = columns(), { nodes, ties } = m, wanted = fold(filter.value.trim());
    const by = all[Math.min(sort.column, all.length - 1)], list = [...(ofTies ? ties : nodes).keys()];
    const left = wanted ? list.filter(i => all.some(each => fold(String(each.of(i))).includes(wanted))) : list;
    const compare = (a, b) => (typeof a === "string" ? a.localeCompare(b) : a - b);
    return left.sort((i, j) => compare(by.of(i), by.of(j)) * (sort.down ? -1 : 1));
  }

  const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

  function draw() {
    if (!m) return;
    const all = columns(), left = rows();
    tabs.forEach((each, i) => each.setAttribute("aria-pressed", String(ofTies === (i === 1))));
    central.hidden = ofTies || m.nodes.some(each => each.between) || m.nodes.length === 0;
    caption.textContent = `${number(left.length)} of ${number((ofTies ? m.ties : m.nodes).length)} ${ofTies ? "ties" : q.kind}`;
    headings.replaceChildren(...all.map(({ name }, i) => h("th", { scope: "col", class: typeof all[i].of(0) === "string" ? null : "figure", "aria-sort": sort.column === i ? (sort.down ? "descending" : "ascending") : "none" },
      h("button", { type: "button", onclick: () => { sort = { column: i, down: sort.column === i ? !sort.down : typeof all[i].of(0) !== "string" }; draw(); headings.querySelectorAll("button")[i].focus(); } }, name, sort.column === i && h("span", { "aria-hidden": "true" }, sort.down ? " ↓" : " ↑")))));
    body.replaceChildren(...left.map(i => h("tr", { "data-row": i, "aria-selected": String(i === (ofTies ? selected.tie : selected.node)), onclick: () => view.select(ofTies ? { node: -1, tie: i } : { node: i, tie: -1 }) },
      all.map((each, at) => {
        const text = (each.show ?? each.of)(i);
        return at === 0
          ? h("th", { scope: "row" }, h("button", { type: "button", class: "link" }, h("bdi", {}, text)))
          : h("td", { class: typeof each.of(i) === "string" ? null : "figure" }, h("bdi", {}, typeof text === "number" ? number(text) : text));
      }))));
  }

  async function save() {
    const cell = value => {
      const text = String(value);
      // A name that begins like a formula must not become one.
      const safe = /^[=+\-@]/.test(text) && typeof value === "string" ? "'" + text : text;
      return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    const all = columns(), lines = [all.map(each => cell(each.name)), ...rows().map(i => all.map(each => cell(each.of(i))))];
    (await import("./takeaway.js")).download(new Blob([lines.map(line => line.join(",")).join("\r\n") + "\r\n"], { type: "text/csv" }), `${q.kind}${ofTies ? "-ties" : ""}.csv`);
  }

  return {
    element,
    bridges,
    show(next, question) {
      m = next;
      q = question;
      tabs[0].textContent = { people: "People", organisations: "Organisations", topics: "Topics" }[q.kind] ?? "";
      draw();
    },
    select(what) {
      selected = what;
      const wanted = ofTies ? what.tie : what.node;
      body.querySelectorAll("tr").forEach(row => {
        const on = +(row.dataset.row ?? -1) === wanted;
        row.setAttribute("aria-selected", String(on));
        if (on && !element.hidden) row.scrollIntoView({ block: "nearest" });
      });
    },
  };
}
