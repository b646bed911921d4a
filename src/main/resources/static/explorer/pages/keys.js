// @ts-check
// Who may change the graph, and what was changed.
import { changing, keyPanel } from "./access.js";
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

/** @param {Kit} p @param {() => void} changed */
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

/** @param {Kit} p @param {() => void} changed */
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
