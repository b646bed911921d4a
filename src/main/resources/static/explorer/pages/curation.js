// @ts-check
// Who is who, for those who may decide it: merge, split, tell apart, hide, and take back.
import { changing, keyPanel } from "./keys.js";
import { basis, candidate, decision, finder } from "./identity.js";
import { page, paged } from "./parts.js";

/** @typedef {import("./parts.js").Kit} Kit */

const UNDONE = "It is undone.";

/** @param {HTMLElement} place @param {import("../main.js").App} app */
export async function show(place, question, app) {
  const p = page(place, app);
  const { h } = p;

  /** Shows the page anew, and above it what was just done. */
  const draw = async done => {
    const close = await p.whole(() => made(done));
    /** @type {HTMLElement | null} */ (place.querySelector(".done"))?.focus();
    return close;
  };
  const made = async done => {
    const author = question.id ? (await p.ask("identity-of-a-person", { id: question.id })).author : null;
    const reason = h("input", { type: "text", maxlength: "2000", placeholder: "for later readers" });
    const desk = { p, app, author, decide: decider(p, reason, draw) };
    return [
      p.head("Curation", author ? `Who is ${author.name}?` : "Who is who", author ? [p.person(author, "to the page of this person")] : []),
      done && h("div", { class: "panel done", role: "status", tabindex: "-1" }, done),
      question.id && !author && !done && h("p", { class: "failure" }, "Nobody has this id; somebody who is hidden has none either."),
      keyPanel(p, app, "CURATOR"),
      author && app.key() && p.panel("Reason", h("label", {}, "Reason, kept with what you decide ", reason)),
      author && [doubts(desk), app.key() && [others(desk), papers(desk), naming(desk)], decisions(desk), app.key() && hiding(desk)],
      p.panel(author ? "Curate another person" : "Whose identity?", finder(app, "Person", id => app.go({ view: "curation", id }))),
      app.key() && undoing(p, desk.decide),
    ];
  };
  return draw();
}

/**
 * Sends a decision and shows the page anew.
 * @param {Kit} p @param {HTMLInputElement} reason @param {(done: any) => Promise<any>} draw
 * @returns {(operation: string, variables: any, sentence: string) => Promise<void>}
 */
function decider(p, reason, draw) {
  const { h } = p;
  const decide = async (operation, variables, sentence) => {
    const isUndone = operation === "undo-decision";
    const [change] = Object.values(await p.ask(operation, isUndone ? variables : { ...variables, reason: reason.value.trim() || null })).flat();
    await draw(h("p", {}, sentence, " ", change.author && [p.person(change.author), " "],
      !isUndone && [h("span", { class: "id" }, change.decision), button(p, "Undo", () => decide("undo-decision", { id: change.decision }, UNDONE))]));
  };
  return decide;
}

/** A button that decides; what goes wrong is said beside it. @param {Kit} p */
function button(p, label, act, sure) {
  const said = p.h("span", { role: "status" });
  return [p.h("button", { type: "button", onclick: async event => {
    if (sure && !confirm(sure)) return;
    event.target.disabled = true;
    said.textContent = "One moment …";
    try {
      await act();
    } catch (error) {
      said.replaceChildren(p.failure(error));
    } finally {
      event.target.disabled = false;
    }
  } }, label), " ", said];
}

const merge = ({ p, author, decide }, other) => button(p, `Merge into ${author.name}`, () => decide("merge-people", { authors: [author.id, other.id] }, "They are one person now:"));

const differ = ({ p, author, decide }, other) => button(p, "They are different people", () => decide("mark-different", { authors: [author.id, other.id] }, "They are marked as different people."));

function doubts(desk) {
  const { p, author, app } = desk;
  return p.panel("May be the same person", p.h("p", {}, basis(author)),
    author.identity.candidates.length ? p.h("ul", { class: "decisions" }, author.identity.candidates.map(each =>
      candidate(p, each, app.key() && [merge(desk, each.author), differ(desk, each.author)])))
      : p.h("p", { class: "muted" }, "Nobody else has a similar name and evidence for it."));
}

function others(desk) {
  const { p, app, author } = desk;
  const chosen = p.h("div", { "aria-live": "polite" });
  return p.panel("Somebody else who may be the same person", finder(app, "The other one", (id, name) => chosen.replaceChildren(
    p.h("p", {}, p.person({ id, name })), p.h("p", {}, merge(desk, { id }), differ(desk, { id })))), chosen);
}

function papers({ p, author, decide }) {
  const { h } = p;
  const chosen = new Set();
  return p.panel("Papers by another person", h("p", { class: "muted" }, "Tick those that somebody else of this name wrote; they go to a new person."),
    changing(p, [p.disclosure("Choose papers", () => p.listing(h("ol", { class: "papers" }),
      async after => paged((await p.ask("papers-of-a-selection", { filter: { authorsAny: [author.id] }, first: 20, after })).papers),
      paper => p.paper(paper, null, h("label", { class: "choice" }, h("input", { type: "checkbox", onchange: event =>
        (event.target.checked ? chosen.add(paper.id) : chosen.delete(paper.id)) }), " by another person")), "There are none."))],
    "Split them off", async () => {
      if (!chosen.size) return p.failure(new Error("No paper is ticked."));
      await decide("split-person", { author: author.id, papers: [...chosen] }, `${p.count(chosen.size, "paper")} went to a new person:`);
      return [];
    }));
}

function naming({ p, author, decide }) {
  const { h } = p;
  const field = h("input", { type: "text", required: true, maxlength: "200", value: author.name, autocomplete: "off" });
  const others = author.nameVariants.filter(each => each !== author.name);
  return p.panel("The name to show", h("p", { class: "muted" }, "The former name still finds the person. A hidden spelling is shown nowhere, except to curators."),
    changing(p, [h("label", {}, "Name ", field)], "Show this name", async () => {
      await decide("set-name", { author: author.id, name: field.value }, "The name is shown now:");
      return [];
    }),
    others.length > 0 && h("ul", {}, others.map(variant => h("li", {}, h("bdi", {}, variant), " ",
      button(p, "Hide this spelling", () => decide("hide-spelling", { author: author.id, variant }, "The spelling is hidden for:"))))));
}

function decisions({ p, app, author, decide }) {
  const { h } = p;
  const all = author.identity.decisions;
  return p.panel("Decisions", all.length ? h("ul", { class: "decisions" }, all.map(each => decision(p, each,
    app.key() && !each.undoneAt && each.kind !== "REFUSAL" && button(p, "Undo", () => decide("undo-decision", { id: each.id }, UNDONE)))))
    : h("p", { class: "muted" }, "No rule and no curator decided anything about this person."),
  author.formerIds.length > 0 && p.facts([["Former ids", author.formerIds.join(", ")]]));
}

function hiding({ p, author, decide }) {
  return p.panel("Hide this person", p.h("p", {}, "For somebody who asks not to be shown. Papers keep their number of authors. Keep the decision's id: it is what undoes it."),
    button(p, "Hide", () => decide("hide-person", { author: author.id }, "The person is hidden. The decision is"), `Hide ${author.name} from all answers?`));
}

/** @param {Kit} p @param {(operation: string, variables: any, sentence: string) => Promise<void>} decide */
function undoing(p, decide) {
  const field = p.h("input", { type: "text", required: true, maxlength: "200", autocomplete: "off" });
  return p.panel("Undo a decision by its id", changing(p, [p.h("label", {}, "Id of the decision ", field)], "Undo", async () => {
    await decide("undo-decision", { id: field.value.trim() }, UNDONE);
    return [];
  }));
}
