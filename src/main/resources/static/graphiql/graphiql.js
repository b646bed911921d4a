// Opens GraphiQL, with an example operation if the address names one: /graphiql?operation=<name>
"use strict";

// Beside this page, which a proxy may have put below a path.
const endpoint = new URL("graphql", location.href);
const name = new URLSearchParams(location.search).get("operation");

async function example() {
  if (!name || !/^[a-z-]+$/.test(name)) return undefined;
  const answer = await fetch(`operations/${name}.graphql`);
  return answer.ok ? answer.text() : undefined;
}

example().then(query => {
  ReactDOM.createRoot(document.getElementById("graphiql")).render(
    React.createElement(GraphiQL, {
      fetcher: GraphiQL.createFetcher({ url: endpoint.href, subscriptionUrl: endpoint.href.replace(/^http/, "ws") }),
      query,
      defaultEditorToolsVisibility: true,
    }),
  );
});
