// @ts-check
// What is loaded and from where, loads with what they rejected, and a form that starts one.
import { example } from "../example.js";
import { changing, keyPanel } from "./keys.js";
import { growing, moment, page, paged } from "./parts.js";

/** @typedef {import("./parts.js").Kit} Kit */

const STATES = {
  PENDING: "waits", RUNNING: "runs", DONE: "done", DONE_WITH_REJECTIONS: "done, some rejected", FAILED: "failed", INTERRUPTED: "interrupted",
};
const FORMATS = ["acl-anthology", "bibtex", "crossref", "csl-json", "csv", "dblp-xml", "endnote-xml", "inspire", "medline", "openalex", "openalex-topics", "orcid",
  "page-text", "pubmed-xml", "refer", "ris", "semantic-scholar", "skos", "web-of-science"];

/** A running load is asked for its progress this often. */
const PAUSE = 1000;

/** @param {HTMLElement} place @param {import("../main.js").App} app */
export async function show(place, question, app) {
  const p = page(place, app);
  return p.whole(async () => {
    const { graphSummary: counts } = await p.ask("sources");
    const loads = p.h("div", {});
    const list = () => void p.fill(loads, () => p.listing(p.h("ul", { class: "ties" }),
      async after => paged((await p.ask("loads", { after })).ingestRuns), run => line(p, app, run), "Nothing was loaded yet."));
    list();
    const more = example(app, counts.sources);
    return [
      p.head("Data", "What is loaded", [], [
        p.h("a", { href: p.href({ view: "curation" }) }, "Correct who is who"), p.h("a", { href: p.href({ view: "keys" }) }, "API keys and changes"),
      ]),
      p.panel("In the graph", p.h("dl", { class: "tiles" }, tiles(p, counts))),
      p.section("Sources", () => {
        const { body, table } = p.table("Sources, with the licence of their data", ["Source", "#Records", "Licence", "Last load"]);
        return p.listing(body, growing(20, async () => counts.sources), each => p.row([
          [each.name, each.attribution && each.attribution !== each.name && p.h("p", { class: "muted" }, each.attribution)], each.records, each.licence ?? "unknown", moment(each.lastLoaded)]),
        "Nothing is loaded.", table);
      }),
      p.panel("Loads", loads),
      more && p.panel("An example to load", more),
      app.key() && starter(p, app, list),
      keyPanel(p, app, "ADMIN"),
    ];
  });
}

/** @param {Kit} p */
const tiles = (p, counts) => [
  ["papers", counts.papers], ["people", counts.authors], ["pairs of co-authors", counts.coAuthorEdges], ["organisations", counts.organisations],
  ["topics", counts.topics], ["citations inside", counts.citations], ...(counts.pendingRecords > 0 ? [["records that wait for their paper", counts.pendingRecords]] : []),
].map(([name, value]) => p.h("div", {}, p.h("dt", {}, name), p.h("dd", {}, p.number(value))));

/** @param {Kit} p @param {{name: string, count: number}[]} counts */
const listed = (p, counts) => counts.map(each => `${p.number(each.count)} ${each.name.replaceAll("_", " ").replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)}`).join(", ");

const sum = counts => counts.reduce((all, each) => all + each.count, 0);

/** One load in the list. @param {Kit} p @param {import("../main.js").App} app */
function line(p, app, run) {
  const { h } = p;
  const [rejected, warned] = [sum(run.rejected), sum(run.warned)];
  const [button, report] = p.disclosure("Report", () => follow(p, app, run.id));
  return h("li", {},
    h("p", {}, h("strong", {}, run.name), " ", h("span", { class: `badge ${run.state.toLowerCase()}` }, STATES[run.state]),
      run.isDry && " (only tried)", " ", button),
    h("p", { class: "muted" }, [moment(run.startedAt), p.count(run.records, "record"), rejected > 0 && `${p.number(rejected)} rejected`, warned > 0 && p.count(warned, "warning")]
      .filter(Boolean).join(" · ")),
    report);
}

/** A load until it has ended, and its report. @param {Kit} p @param {import("../main.js").App} app */
async function follow(p, app, id, ended) {
  const { h } = p;
  // The end is announced; each second would be too much.
  const body = h("div", { "aria-live": "off" });
  let isWatched = false;
  const look = async () => {
    const { ingestRun: run } = await p.ask("report-of-a-load", { id });
    if (!run) return h("p", {}, "There is no such load any more.");
    if (run.endedAt) {
      if (isWatched) app.announce(`The load of ${run.name} has ended: ${STATES[run.state]}.`);
      if (isWatched) {
        ended?.();
        document.dispatchEvent(new Event("loaded"));
      }
      return report(p, run);
    }
    isWatched = true;
    setTimeout(() => p.isOpen() && p.fill(body, look), PAUSE);
    return [
      h("p", {}, run.stage ? `${run.stage}: ${p.count(run.records, "record")}` : "It waits for other loads.", run.recordsPerSecond && `, ${p.number(run.recordsPerSecond)} a second`),
      h("progress", { max: "100", value: run.percent, "aria-label": `Progress of ${run.name}` }),
    ];
  };
  body.append(...[await look()].flat(Infinity).filter(Boolean));
  return body;
}

/** @param {Kit} p */
async function report(p, run) {
  const { h } = p;
  const places = (title, /** @type {any[]} */ all) => {
    const { body, table } = p.table(title, ["Why", "File", "#Line", "What"]);
    return p.listing(body, growing(20, async () => all), each => p.row([each.code.replaceAll("_", " "), each.file, each.line ?? "", h("bdi", { class: "value" }, each.value)]), "", table);
  };
  const [rejected, warned] = [sum(run.rejected), sum(run.warned)];
  return [
    run.failure && h("p", { class: "failure" }, run.failure),
    p.facts([
      ["Ended", `${moment(run.endedAt)}${run.attempts > 1 ? `, after ${run.attempts} starts` : ""}`],
      ["Records", listed(p, run.counts)], ["Skipped", listed(p, run.skipped)], ["Rejected", listed(p, run.rejected)], ["In doubt", listed(p, run.warned)],
      ["All of them are in the file", run.rejectionFile],
    ]),
    rejected > 0 && await places(rejected > run.rejections.length ? `The first ${run.rejections.length} of ${p.number(rejected)} rejections` : "Rejections", run.rejections),
    warned > 0 && await places(warned > run.warnings.length ? `The first ${run.warnings.length} of ${p.number(warned)} warnings` : "Warnings", run.warnings),
  ];
}

/** @param {Kit} p @param {import("../main.js").App} app */
function starter(p, app, ended) {
  const { h } = p;
  const paths = h("textarea", { rows: "2", required: true, placeholder: "new/*.bib" });
  const format = h("select", {}, h("option", { value: "" }, "as the first file shows"), FORMATS.map(each => h("option", {}, each)));
  const dry = h("input", { type: "checkbox" });
  return p.panel("Load more",
    h("p", { class: "muted" }, "Files, folders or patterns below the folder that the service may read (college.ingest.directory), one a line."),
    changing(p, [h("label", {}, "Paths ", paths), h("label", {}, "Format ", format), h("label", {}, dry, " Only try, and report what it would do")], "Load", async () => {
      const input = { paths: paths.value.split("\n").map(each => each.trim()).filter(Boolean), format: format.value || null, isDry: dry.checked };
      const { startIngest } = await p.ask("start-load", { input });
      return Promise.all(startIngest.map(async run => [h("h3", {}, run.name), await follow(p, app, run.id, ended)]));
    }));
}
