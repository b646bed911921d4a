// @ts-check
// Who may change the graph, what was changed, and the key of whoever changes it, which stays in the memory of this tab.
import { moment, page, paged } from "./parts.js";

/** @typedef {import("./parts.js").Kit} Kit */

const ROLES = { CURATOR: "decides who is who and reviews topics", ADMIN: "also loads data and gives keys", READER: "only asks" };

/** @param {HTMLElement} place @param {import("../main.js").App} app */
export async function show(place, question, app) {
  const p = page(place, app);
  return p.whole(async () => {
    const list = p.h("div", {});
    const put = () => void p.fill(list, () => keys(p, put));
    if (app.key()) put();
    return [
      p.head("Access", "API keys"),
      keyPanel(p, app, "ADMIN"),
      app.key() && [p.panel("Keys", list), giving(p, put), changes(p)],
    ];
  });
}

/** @param {Kit} p */
async function keys(p, changed) {
  const { apiKeys } = await p.ask("api-keys");
  const revoke = key => p.h("button", { type: "button", onclick: async event => {
    if (!confirm(`Revoke the key “${key.label}”? Whoever has it can change nothing any more.`)) return;
    try {
      await p.ask("revoke-api-key", { id: key.id });
      changed();
    } catch (error) {
      event.target.after(p.failure(error));
    }
  } }, "Revoke");
  return p.table("Keys, the oldest first", ["Name", "Role", "Created", "Expires", "Change"],
    apiKeys.map(key => [key.label, key.role, key.createdAt ? moment(key.createdAt) : "in the settings", key.expiresAt ? moment(key.expiresAt) : "never",
      key.createdAt ? revoke(key) : ""])).table;
}

/** @param {Kit} p */
function giving(p, changed) {
  const { h } = p;
  const label = h("input", { type: "text", maxlength: "200", required: true });
  const role = h("select", {}, Object.entries(ROLES).map(([each, may]) => h("option", { value: each }, `${each}: ${may}`)));
  const days = h("input", { type: "number", min: "1", max: "3650", placeholder: "never expires" });
  return p.panel("Give a key", changing(p, [h("label", {}, "Name ", label), h("label", {}, "Role ", role), h("label", {}, "Valid for days ", days)], "Create", async () => {
    const { createApiKey: made } = await p.ask("create-api-key", { label: label.value.trim(), role: role.value, validDays: days.value ? Number(days.value) : null });
    changed();
    return [h("p", {}, `The key “${made.label}” is shown only now:`), h("p", {}, h("code", { class: "key" }, made.key))];
  }));
}

/** @param {Kit} p */
function changes(p) {
  return p.section("What was changed and refused", () => {
    const { body, table } = p.table("The newest first", ["When", "Who", "Role", "What", "Outcome"]);
    return p.listing(body, async after => paged((await p.ask("changes", { after })).auditLog),
      each => p.row([moment(each.at), each.callerName, each.role, each.action, each.outcome]), "Nothing yet.", table);
  });
}

/** Asks for a key, or offers to forget it. @param {Kit} p @param {import("../main.js").App} app */
export function keyPanel(p, app, role) {
  const { h } = p;
  if (app.key()) {
    return p.panel("API key", h("p", {}, "This tab sends your key with what it asks, until you reload or close it. ",
      h("button", { type: "button", onclick: () => app.setKey(null) }, "Forget the key")));
  }
  const field = h("input", { type: "password", required: true, autocomplete: "off", spellcheck: "false" });
  return p.panel("API key",
    h("p", {}, `Changes need a key with the role ${role}. The first start of the service writes one to a file and logs where it is.`),
    h("form", { class: "controls", onsubmit: event => {
      event.preventDefault();
      app.setKey(field.value.trim());
    } }, h("label", {}, "Key ", field), h("button", {}, "Use this key"), h("span", { class: "muted" }, "It is kept in the memory of this tab only.")));
}

/** A form that changes something; what comes of it is said below it. @param {Kit} p */
export function changing(p, fields, verb, change) {
  const { h } = p;
  const said = h("div", { role: "status" });
  const send = h("button", {}, verb);
  return h("form", { class: "changing", onsubmit: async event => {
    event.preventDefault();
    send.disabled = true;
    await p.fill(said, change, false);
    send.disabled = false;
  } }, fields, send, said);
}
