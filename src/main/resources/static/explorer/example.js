// @ts-check
// Offers the second set of bundled data, which the service loads on demand.

import { endpoint } from "./api.js";
import { h } from "./element.js";

/** The source that the set is recorded as, and a whole Anthology. */
const SOURCES = ["source:acl-main", "source:acl"];
const INPUT = { format: "seeds", paths: ["anthology"] };

/** What to say and press, or nothing if it is loaded. @param {import("./main.js").App} app @param {{id: string}[]} sources */
export function example(app, sources) {
  if (sources.some(each => SOURCES.includes(each.id))) return null;
  const said = h("div", { role: "status" });
  const query = 'mutation { startIngest(input: {format: \\"seeds\\", paths: [\\"anthology\\"]}) { id } }';
  const command = `curl ${endpoint} -H "Authorization: Bearer $(cat data/api-key)" -H 'Content-Type: application/json' -d '{"query": "${query}"}'`;
  const load = h("button", { type: "button", onclick: async () => {
    if (!app.key()) {
      return said.replaceChildren(
        h("p", {}, "Loading changes the graph, which needs a key, on this computer too. Enter it under Key and press again, or run"),
        h("pre", { tabindex: 0 }, command),
        h("p", {}, h("button", { type: "button", onclick: event => navigator.clipboard.writeText(command).then(() => { event.target.textContent = "Copied"; }) }, "Copy"),
          " in the folder in which the service was started."));
    }
    load.disabled = true;
    try {
      await app.ask("start-load", { input: INPUT });
      app.go({ view: "load" });
    } catch (error) {
      said.textContent = error.message;
    }
    load.disabled = false;
  } }, "Load the ACL Anthology");
  return h("div", { class: "example" },
    h("p", {}, load, " 29,343 papers of ACL, EMNLP, NAACL and their sister conferences and journals since 2016, in about two minutes: titles, people, venues and topics, no abstracts (CC BY 4.0)."),
    said);
}
