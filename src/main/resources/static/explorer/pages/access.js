// @ts-check
// The API key of whoever changes the graph. It stays in the memory of this tab.

/** @typedef {import("./parts.js").Kit} Kit */

/** Asks for a key, or offers to forget it. @param {Kit} p @param {import("../main.js").App} app @param {string} role */
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

/** A form that changes something; what comes of it is said below it. @param {Kit} p @param {string} verb @param {() => Promise<any>} change */
export function changing(p, fields, verb, change) {
  const { h } = p;
  const said = h("div", { role: "status" });
  return h("form", { class: "changing", onsubmit: event => {
    event.preventDefault();
    void p.fill(said, change, false);
  } }, fields, h("button", {}, verb), said);
}
