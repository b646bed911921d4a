// Shows the counts and sources of the graph.
"use strict";

const COUNTS = {
  papers: "papers",
  authors: "people",
  coAuthorEdges: "pairs of co-authors",
  organisations: "organisations",
  topics: "topics",
  pendingRecords: "pending records",
};

function element(name, text) {
  const created = document.createElement(name);
  created.textContent = text;
  return created;
}

async function fill() {
  const counts = document.getElementById("counts");
  try {
    const answer = await fetch("graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
      body: JSON.stringify({
        query: `{ graphSummary { ${Object.keys(COUNTS).join(" ")} sources { name records } } }`,
      }),
    });
    const summary = (await answer.json()).data.graphSummary;
    for (const [field, label] of Object.entries(COUNTS)) {
      const pair = document.createElement("div");
      pair.append(element("dt", label), element("dd", summary[field].toLocaleString("en")));
      counts.append(pair);
    }
    for (const source of summary.sources) {
      document.getElementById("sources").append(element("li", `${source.name}: ${source.records} records`));
    }
  } catch {
    counts.append(element("p", "The counts could not be read. Is the service still running? Reload this page to try again."));
  }
}

fill();
