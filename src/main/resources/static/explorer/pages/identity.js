// @ts-check
// How sure it is who a person is, in words.
import { combobox } from "../search.js";
import { moment, years } from "./parts.js";

/** @typedef {import("./parts.js").Kit} Kit */

const KINDS = {
  MERGE: "Taken as one person",
  REFUSAL: "Not taken as one person, although the names fit",
  SPLIT: "Papers moved to another person",
  DIFFERENT: "Marked as different people",
  SUPPRESSION: "Hidden",
  NAME: "Shown under a name that a curator set",
  HIDDEN_NAME: "A spelling hidden",
};

const BASES = {
  IDS: "An ORCID or the id of a source identifies this person.",
  EVIDENCE: "Evidence in the papers, or a curator, says who this is.",
  NAME_ALONE: "Only the name identifies this person.",
};

/** What identifies a person, and how many share the name. */
export function basis({ identity: { certainty } }) {
  if (!certainty) return "How sure this is cannot be said now.";
  const { basis: said, namesakes } = certainty;
  return BASES[said] + (namesakes ? ` ${namesakes} other ${namesakes === 1 ? "person has" : "people have"} this name.` : "");
}

/** @param {number | null} score */
const weighed = score => (score == null ? null : `evidence ${score.toFixed(2)} of the 1 that a merge needs`);

/** A decision about who somebody is. @param {Kit} p @param {...any} actions */
export function decision(p, decision, ...actions) {
  const { h } = p;
  const facts = [weighed(decision.score), decision.method === "curator" ? "by a curator" : `by the rule ${decision.method}`, moment(decision.at)];
  return h("li", { class: decision.undoneAt ? "undone" : "" },
    h("strong", {}, KINDS[decision.kind] ?? decision.kind),
    decision.names.length > 0 && [": ", h("bdi", {}, decision.names.join(" · "))],
    decision.evidence.length > 0 && h("ul", {}, decision.evidence.map(each => h("li", { dir: "auto" }, each))),
    decision.reason && h("p", { dir: "auto" }, `“${decision.reason}”`),
    h("p", { class: "muted" }, facts.filter(Boolean).join(" · "), decision.undoneAt && `, undone ${moment(decision.undoneAt)}`),
    actions);
}

/** Somebody who may be the same person. @param {Kit} p @param {...any} actions */
export function candidate(p, found, ...actions) {
  const { h } = p;
  const { author, evidence, score } = found;
  return h("li", {},
    p.person(author), namesake(p, author),
    h("ul", {}, evidence.map(each => h("li", { dir: "auto" }, each))),
    h("p", { class: "muted" }, weighed(score) ?? "Only the names are similar."),
    actions);
}

/** What tells people of one name apart. @param {Kit} p */
function namesake(p, { metrics, organisations }) {
  const said = [
    metrics && p.count(metrics.paperCount, "paper"),
    metrics && years(metrics.firstYear, metrics.lastYear),
    organisations.slice(0, 2).map(each => each.organisation.name).join(", "),
  ];
  return p.h("span", { class: "muted" }, " ", said.filter(Boolean).join(" · "));
}

/** An id of the graph, an external one, an address or an ORCID. */
const ID = /^([a-z-]+:\S+|(\d{4}-){3}\d{3}[\dX])$/;

/** A box that finds somebody by name or id. @param {import("../main.js").App} app @param {(id: string, name: string) => void} pick */
export function finder(app, label, pick) {
  const { element, input } = combobox(app, { label, hint: "name, ORCID or id", kinds: ["people"], pick: ({ id, label: name }) => pick(id, name) });
  element.addEventListener("keydown", event => {
    const text = input.value.trim();
    if (event.key !== "Enter" || !ID.test(text)) return;
    event.preventDefault();
    event.stopPropagation();
    pick(/^\d/.test(text) ? `orcid:${text}` : text, text);
  }, true);
  return app.h("div", { class: "finder" }, app.h("span", { class: "muted", "aria-hidden": "true" }, label), element);
}
