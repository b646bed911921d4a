// @ts-check
// What can be taken away: pictures, files for other programs, the address, and the very request.

import { asCurl, inGraphiql } from "../api.js";
import { h } from "../element.js";
import { KINDS, write } from "../question.js";

const FILES = [
  ["VOSVIEWER_JSON", "VOSviewer (JSON)"], ["GEXF", "Gephi (GEXF)"], ["GRAPHML", "GraphML"], ["CYTOSCAPE_JSON", "Cytoscape (JSON)"], ["CSV_EDGES", "Ties (CSV)"],
];

export function download(blob, name) {
  const address = URL.createObjectURL(blob), link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** Fills the menu, which is made when it is opened first. */
export function createTakeAway(element, view, state, headings) {
  const status = h("p", { class: "muted", role: "status" });
  const list = h("div", { class: "panel menu" });
  element.append(list);
  const query = h("a", { href: "graphiql", target: "_blank" }, "Show the query");
  const embedCode = h("textarea", { readonly: true, rows: 3, "aria-label": "Code for embedding", onfocus: event => event.target.select() });

  const item = (text, act) => h("button", { type: "button", onclick: async event => {
    status.textContent = "";
    try {
      await act(event);
    } catch (error) {
      status.textContent = error.message;
    }
  } }, text);

  const words = () => ({ ...headings(), methods: view.methods(), date: `${new Date().toISOString().slice(0, 10)} · ${location.host} · Invisible College` });
  /** Few need it, so it comes when it is asked for. */
  const picture = () => import("../map/picture.js");
  const name = () => (headings().title.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase() || "network").slice(0, 60);

  async function file(format) {
    const data = await view.app.ask(KINDS[view.question().kind].file, { input: view.input(), format });
    return Object.values(data)[0].exportUrl;
  }

  async function copy(text, done) {
    await navigator.clipboard.writeText(text);
    status.textContent = done;
  }

  list.append(
    h("h3", {}, "Picture"),
    item("PNG", async () => download(await (await picture()).asPng(state(), words()), `${name()}.png`)),
    item("SVG", async () => download((await picture()).asSvg(state(), words()), `${name()}.svg`)),
    h("h3", {}, "File"),
    ...FILES.map(([format, text]) => item(text, async () => {
      const link = h("a", { href: await file(format), download: "" });
      document.body.append(link);
      link.click();
      link.remove();
    })),
    location.protocol === "https:"
      ? item("Open in VOSviewer Online", async () => open(`https://app.vosviewer.com/?json=${encodeURIComponent(await file("VOSVIEWER_JSON"))}`, "_blank", "noopener"))
      : h("p", { class: "muted" }, "VOSviewer Online opens the JSON file with Open › File. It could open it by a link if this service had a public HTTPS address."),
    h("h3", {}, "Words"),
    item("Copy the methods", () => copy(view.methods(), "The methods are copied.")),
    item("Copy the address", () => copy(location.href, "The address is copied; it leads to this very picture.")),
    h("h3", {}, "Request"), query,
    item("Copy as curl", async () => copy(await asCurl(KINDS[view.question().kind].map, { input: view.input() }), "The command is copied.")),
    h("h3", {}, "Embed"), embedCode,
    h("p", { class: "muted" }, "Other sites may show it only if whoever runs this service allows them: by default it forbids frames (frame-ancestors)."),
    status);

  document.addEventListener("pointerdown", event => {
    if (element.open && !element.contains(event.target)) element.open = false;
  });

  return {
    show(q) {
      query.href = inGraphiql(KINDS[q.kind].map, { input: view.input() });
      const address = new URL(write({ ...q, view: "network", select: undefined, with: undefined, embed: "1" }), document.baseURI).href;
      embedCode.value = `<iframe src="${address}" width="900" height="600" title="Invisible College" loading="lazy"></iframe>`;
    },
  };
}
