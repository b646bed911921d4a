// @ts-check
// Makes elements. Text is always text, so nothing that a source contains can become markup.

const SVG = "http://www.w3.org/2000/svg";
const SVG_NAMES = new Set(["svg", "g", "path", "rect", "circle", "line", "polyline"]);

/**
 * An element with attributes and children. A function is a listener for the event that the attribute names ("onclick"), true an
 * attribute without a value; null, undefined and false set nothing.
 * @param {string} name
 * @param {Record<string, any> | null} [attributes]
 * @param {...any} children
 * @returns {any}
 */
export function h(name, attributes, ...children) {
  const made = SVG_NAMES.has(name) ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (key === "style") for (const [property, to] of Object.entries(value)) made.style.setProperty(property, to);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

const NUMBERS = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

export const number = value => (value !== 0 && Math.abs(value) < 0.1 ? value.toPrecision(2) : NUMBERS.format(value));

/**
 * "1 paper", "2 papers", "1 person", "2 people".
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export const count = (count, one, many = one + "s") => `${number(count)} ${count === 1 ? one : many}`;

/**
 * "2019–2024", "2019", or nothing if no year is known.
 * @param {number | null | undefined} from
 * @param {number | null | undefined} to
 */
export const years = (from, to) => (from == null && to == null ? "" : from === to ? `${from}` : `${from ?? "…"}–${to ?? "…"}`);

/**
 * Papers per year as small bars, with the same in words.
 * @param {{year: number, papers: number}[]} activity
 * @param {{width?: number, height?: number}} [size]
 */
export function sparkline(activity, { width = 260, height = 34 } = {}) {
  if (activity.length === 0) return null;
  const first = activity[0].year, last = activity[activity.length - 1].year;
  const most = Math.max(...activity.map(each => each.papers));
  const step = Math.min(18, width / (last - first + 1));
  const total = activity.reduce((sum, each) => sum + each.papers, 0);
  return h("figure", { class: "spark" },
    h("svg", { width, height, role: "img", "aria-label": `${count(total, "dated paper")}, ${years(first, last)}; most in a year: ${most}` },
      activity.map(({ year, papers }) => {
        const tall = Math.max(1.5, (height * papers) / most);
        return h("rect", { x: (year - first) * step, y: height - tall, width: Math.max(1, step - 1.5), height: tall, rx: 1 });
      })),
    h("figcaption", {}, years(first, last)));
}
