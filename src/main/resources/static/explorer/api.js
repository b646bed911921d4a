// @ts-check
// Asks the public GraphQL API. Each question is a whole operation that lies in graphql/operations and is served as a file.

import { number } from "./element.js";

/** An error of a question, in plain words. */
export class AskError extends Error {
  constructor(message, code, extensions = {}) {
    super(message);
    this.name = "AskError";
    this.code = code;
    this.extensions = extensions;
  }
}

/** Beside this page, which a proxy may have put below a path. */
export const endpoint = new URL("graphql", document.baseURI).href;

const documents = new Map();

/** The text of an operation. */
export function operation(name) {
  let text = documents.get(name);
  if (!text) {
    text = fetch(`operations/${name}.graphql`).then(answer => {
      if (!answer.ok) throw new AskError(`The service has no operation ${name}.`, "NOT_FOUND");
      return answer.text();
    });
    text.catch(() => documents.delete(name));
    documents.set(name, text);
  }
  return text;
}

/** What an error means for a person. @param {any} error */
function inWords({ message = "", extensions = {} }) {
  switch (extensions.code) {
    case "TIMEOUT":
      return `The answer took longer than the service allows (${extensions.allowed}). Ask for fewer nodes, fewer steps or a shorter time.`;
    case "LIMIT_EXCEEDED":
      return `This asks for more than the service answers at once${
        extensions.asked ? ` (${number(+extensions.asked)} of at most ${number(+extensions.allowed)})` : ""}. Ask for fewer nodes or fewer steps.`;
    case "NOT_FOUND":
      return `Nothing in this graph has the id ${(extensions.ids ?? []).join(", ")}. It may be from another collection.`;
    case "BUSY":
      return "The service is busy. Try again in a moment.";
    case "RATE_LIMITED":
      return `That were many questions in a short time. The service answers again in ${extensions.seconds ?? "some"} seconds.`;
    case "UNAUTHENTICATED":
      return "This needs an API key that is valid.";
    case "FORBIDDEN":
      return `This needs a key with the role ${extensions.needed}.`;
    default:
      return message || "The service gave no answer.";
  }
}

const sleep = (ms, signal) => new Promise((resolve, reject) => {
  const timer = setTimeout(resolve, ms);
  signal?.addEventListener("abort", () => (clearTimeout(timer), reject(signal.reason)), { once: true });
});

async function send(query, variables, { signal, key }) {
  let answer;
  try {
    answer = await fetch(endpoint, {
      method: "POST",
      signal,
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json",
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new AskError("The service does not answer. Is it still running?", "UNREACHABLE");
  }
  const body = await answer.json().catch(() => ({ errors: [{ message: `The service answered with status ${answer.status}.` }] }));
  const error = body.errors?.[0];
  if (error) throw new AskError(inWords(error), error.extensions?.code ?? "UNKNOWN", error.extensions);
  return body.data;
}

/**
 * The data that answers an operation. While the service reads its papers, the question waits and is asked again.
 * @param {string} name @param {any} [variables] @param {any} [options]  signal, key, and whom to tell that it waits
 */
export async function ask(name, variables = {}, options = {}) {
  const query = await operation(name);
  let tries = 0, waited = false;
  for (;;) {
    try {
      const data = await send(query, variables, options);
      if (waited) options.waiting?.(null);
      return data;
    } catch (error) {
      const { code, extensions } = /** @type {AskError} */ (error);
      if (code === "INDEX_NOT_READY") {
        const { papersRead, papers } = extensions;
        waited = true;
        options.waiting?.(`The service is reading its papers${papers ? `: ${number(papersRead)} of ${number(papers)}` : ""}. This page goes on by itself.`);
        await sleep(1500, options.signal);
      } else if (code === "BUSY" && tries++ < 3) {
        await sleep(700 * tries, options.signal);
      } else {
        throw error;
      }
    }
  }
}

/** A command that asks the same. */
export async function asCurl(name, variables) {
  const query = (await operation(name)).replace(/^#.*\n/gm, "").replace(/\s+/g, " ").trim();
  const body = JSON.stringify({ query, variables }).replaceAll("'", "'\\''");
  return `curl -s ${endpoint} -H 'content-type: application/json' -d '${body}'`;
}

/** The address at which GraphiQL shows the same. */
export const inGraphiql = (name, variables) => `graphiql?operation=${name}#${encodeURIComponent(JSON.stringify(variables))}`;
