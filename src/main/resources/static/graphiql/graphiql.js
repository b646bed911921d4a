// Opens GraphiQL, with an example operation if the address names one: /graphiql?operation=<name>#<its variables as JSON>
"use strict";

// Beside this page, which a proxy may have put below a path.
const endpoint = new URL("graphql", location.href);
const name = new URLSearchParams(location.search).get("operation");

async function example() {
  if (!name || !/^[a-z-]+$/.test(name)) return undefined;
  const answer = await fetch(`operations/${name}.graphql`);
  return answer.ok ? answer.text() : undefined;
}

// Variables stand behind the #, since a list of ids may be too long for a request.
function variables() {
  try {
    const text = decodeURIComponent(location.hash.slice(1));
    return text && JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return undefined;
  }
}

example().then(query => {
  ReactDOM.createRoot(document.getElementById("graphiql")).render(
    React.createElement(GraphiQL, {
      fetcher: GraphiQL.createFetcher({ url: endpoint.href, subscriptionUrl: endpoint.href.replace(/^http/, "ws") }),
      query,
      variables: variables() || undefined,
      defaultEditorToolsVisibility: true,
    }),
  );
});
