// @ts-check
// A picture to take away: the map with its title, legend, methods and date, as PNG with two pixels for one, or as SVG.

import { colour, look } from "./colours.js";
import { FONT, shapes } from "./draw.js";
import { box } from "./layout.js";
import { names, write } from "./names.js";
import { legendText } from "../network/model.js";
import { SvgContext } from "./svg.js";

const WIDTH = 1440, EDGE = 24, LEGEND = 268, SCALE = 2;

/**
 * @typedef {{title: string, subtitle: string, methods: string, date: string}} Words
 * @typedef {ReturnType<ReturnType<typeof import("./map.js").createMap>["state"]>} State
 */

/** Lines of a text that are no longer than a width. */
function wrapped(ruler, text, width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines[lines.length - 1]} ${word}`.trim();
    if (ruler.measureText(longer).width > width && lines[lines.length - 1]) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Composes the picture and returns its height with what paints it. */
function compose({ model, only, focus, tie }, words) {
  const colours = look(), ruler = document.createElement("canvas").getContext("2d");
  const { x0, x1, y0, y1 } = box(model.nodes, 0);
  const wide = WIDTH - LEGEND - 3 * EDGE, k = Math.min(1.6, wide / (x1 - x0 + 120), 900 / (y1 - y0 + 90));
  const tall = Math.max(420, (y1 - y0 + 90) * k), top = 92;
  ruler.font = `11px ${FONT}`;
  const methods = wrapped(ruler, words.methods, WIDTH - 2 * EDGE);
  const height = Math.round(top + tall + 40 + methods.length * 15 + 24);
  const camera = { k, x: LEGEND + 2 * EDGE + wide / 2 - ((x0 + x1) / 2) * k, y: top + tall / 2 - ((y0 + y1) / 2) * k };
  const view = { camera, width: WIDTH, height, look: colours, only, focus, tie, free: { left: LEGEND + EDGE, top: top - 12, right: WIDTH - 8, bottom: top + tall + 12 } };
  const say = (g, text, x, y, font, fill) => {
    g.font = font;
    g.fillStyle = fill;
    g.fillText(text, x, y);
  };
  return {
    height,
    paint(g, layer) {
      g.fillStyle = colours.ground;
      g.fillRect(0, 0, WIDTH, height);
      shapes(g, layer, model, view);
      write(g, names(model, view, 90), colours);
      say(g, words.title, EDGE, 44, `700 22px ${FONT}`, colours.text);
      say(g, words.subtitle, EDGE, 66, `13px ${FONT}`, colours.muted);
      let y = top + 16;
      const coloured = model.colleges.filter(each => each.slot >= 0), rest = model.colleges.filter(each => each.slot < 0);
      const row = (slot, text, size) => {
        ruler.font = `13px ${FONT}`;
        const lines = wrapped(ruler, text, LEGEND - 62);
        g.fillStyle = colour(colours, slot);
        g.beginPath();
        g.moveTo(EDGE + 11, y - 4.5);
        g.arc(EDGE + 5.5, y - 4.5, 5.5, 0, Math.PI * 2);
        g.fill();
        say(g, String(size), EDGE + LEGEND - 34, y, `13px ${FONT}`, colours.muted);
        for (const line of lines) {
          say(g, line, EDGE + 20, y, `13px ${FONT}`, colours.text);
          y += 17;
        }
        y += 5;
      };
      for (const each of coloured) row(each.slot, legendText(each), each.members.length);
      if (rest.length) row(-1, rest.length === 1 ? "1 smaller one" : `${rest.length} smaller ones`, rest.reduce((sum, each) => sum + each.members.length, 0));
      y = top + tall + 36;
      for (const line of methods) {
        say(g, line, EDGE, y, `11px ${FONT}`, colours.muted);
        y += 15;
      }
      say(g, words.date, EDGE, y, `11px ${FONT}`, colours.muted);
    },
  };
}

export function asSvg(state, words) {
  const { height, paint } = compose(state, words), g = new SvgContext();
  paint(g, (alpha, onto) => g.layer(alpha, onto));
  return new Blob([g.file(WIDTH, height, words.title)], { type: "image/svg+xml" });
}

export function asPng(state, words) {
  const { height, paint } = compose(state, words), canvas = document.createElement("canvas"), under = document.createElement("canvas");
  canvas.width = under.width = WIDTH * SCALE;
  canvas.height = under.height = height * SCALE;
  const g = canvas.getContext("2d"), below = under.getContext("2d");
  g.scale(SCALE, SCALE);
  below.scale(SCALE, SCALE);
  paint(g, (alpha, onto) => {
    onto(below);
    g.save();
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.globalAlpha = alpha;
    g.drawImage(under, 0, 0);
    g.restore();
  });
  return new Promise((resolve, reject) => canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error("The picture is too large."))), "image/png"));
}
