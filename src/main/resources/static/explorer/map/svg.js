// @ts-check
// As much of a 2D context as the drawing of a network needs, which writes SVG.

const round = value => Math.round(value * 10) / 10;
const escaped = text => text.replace(/[&<>"]/g, sign => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

export class SvgContext {
  constructor() {
    this.parts = [];
    this.path = "";
    this.fillStyle = this.strokeStyle = "#000";
    this.globalAlpha = this.lineWidth = 1;
    this.lineCap = this.lineJoin = "round";
    this.font = "12px sans-serif";
  }

  beginPath() { this.path = ""; }
  moveTo(x, y) { this.path += `M${round(x)} ${round(y)}`; }
  lineTo(x, y) { this.path += `L${round(x)} ${round(y)}`; }
  quadraticCurveTo(cx, cy, x, y) { this.path += `Q${round(cx)} ${round(cy)} ${round(x)} ${round(y)}`; }
  /** Whole circles only; the path is already at their right end. */
  arc(x, y, r) { this.path += `a${round(r)} ${round(r)} 0 1 1 ${round(-2 * r)} 0a${round(r)} ${round(r)} 0 1 1 ${round(2 * r)} 0z`; }
  opacity() { return this.globalAlpha < 1 ? ` opacity="${Math.round(this.globalAlpha * 100) / 100}"` : ""; }
  outline() { return `fill="none" stroke="${this.strokeStyle}" stroke-width="${round(this.lineWidth)}" stroke-linejoin="round" stroke-linecap="round"${this.opacity()}`; }
  fill() { this.parts.push(`<path d="${this.path}" fill="${this.fillStyle}"${this.opacity()}/>`); }
  stroke() { this.parts.push(`<path d="${this.path}" ${this.outline()}/>`); }
  fillRect(x, y, width, height) { this.parts.push(`<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${this.fillStyle}"${this.opacity()}/>`); }
  text(text, x, y, paint) { this.parts.push(`<text x="${round(x)}" y="${round(y)}" style="font:${escaped(this.font).replaceAll("&quot;", "'")}" ${paint}>${escaped(text)}</text>`); }
  fillText(text, x, y) { this.text(text, x, y, `fill="${this.fillStyle}"`); }
  strokeText(text, x, y) { this.text(text, x, y, `aria-hidden="true" ${this.outline()}`); }

  layer(alpha, paint) {
    this.parts.push(`<g opacity="${alpha}">`);
    paint(this);
    this.parts.push("</g>");
  }

  /** The file. */
  file(width, height, title) {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${escaped(title)}</title>\n${this.parts.join("\n")}\n</svg>\n`;
  }
}
