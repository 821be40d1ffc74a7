// A view other than the graph as a picture: the boxes, signs and words as the browser laid them out,
// written down as SVG with real text. Nothing is drawn that the reader does not see.

const KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-weight", "text-anchor"];

/** Text safe inside SVG: no markup, no characters XML forbids. */
export const safe = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** All of an element, also what is scrolled away, on paper colour with a line of text under it. */
export function paper(root, tones, foot) {
  const frame = root.getBoundingClientRect();
  const page = { x: frame.left - root.scrollLeft, y: frame.top - root.scrollTop, right: root.clientWidth, out: [] };
  for (const child of root.children) walk(child, page);
  const width = Math.ceil(page.right + 16), height = root.scrollHeight + 30;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif">` +
    `<title>${safe(foot)}</title><rect width="100%" height="100%" fill="${tones.paper}"/>${page.out.join("")}` +
    `<text x="16" y="${height - 12}" font-size="12" fill="${tones.soft}">${safe(foot)}</text></svg>\n`;
}

function walk(node, page) {
  const look = getComputedStyle(node);
  const at = node.getBoundingClientRect();
  if (look.display === "none" || look.visibility === "hidden" || !at.width || node.tagName === "INPUT") return;
  const x = at.left - page.x, y = at.top - page.y;
  page.right = Math.max(page.right, x + at.width);
  if (node.tagName === "svg") return page.out.push(drawing(node, x, y, at));
  page.out.push(box(look, x, y, at));
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) page.out.push(...linesOf(child, look, page));
    else if (child.nodeType === Node.ELEMENT_NODE) walk(child, page);
  }
}

const seen = (colour) => colour && colour !== "transparent" && !/, 0\)$/.test(colour);
const round = (n) => Math.round(n * 10) / 10;

/** Ground and rule under it. */
function box(look, x, y, at) {
  const ground = seen(look.backgroundColor) ? `<rect x="${round(x)}" y="${round(y)}" width="${round(at.width)}" height="${round(at.height)}" rx="${parseFloat(look.borderTopLeftRadius) || 0}" fill="${look.backgroundColor}"/>` : "";
  const under = parseFloat(look.borderBottomWidth) && seen(look.borderBottomColor) && look.borderTopStyle === "none"
    ? `<path d="M${round(x)} ${round(y + at.height)}h${round(at.width)}" stroke="${look.borderBottomColor}" stroke-width="${look.borderBottomWidth}"/>` : "";
  return ground + under;
}

/** The words of a text node, line by line as they were broken. */
function linesOf(node, look, page) {
  const range = document.createRange();
  const rows = [];
  let at = 0;
  for (const letter of node.data) {
    range.setStart(node, at);
    range.setEnd(node, (at += letter.length));
    const spot = range.getClientRects()[0];
    if (!spot) continue;
    const last = rows[rows.length - 1];
    if (last && Math.abs(last.top - spot.top) < 3) last.text += letter;
    else rows.push({ text: letter, left: spot.left, top: spot.top, tall: spot.height });
  }
  const size = parseFloat(look.fontSize);
  return rows.filter((row) => row.text.trim()).map((row) =>
    `<text x="${round(row.left - page.x)}" y="${round(row.top - page.y + row.tall / 2 + size * 0.36)}" font-size="${round(size)}" font-weight="${look.fontWeight}" fill="${look.color}">${safe(row.text.replace(/\u00ad$/, "-").replace(/\u00ad/g, ""))}</text>`);
}

/** An inline drawing with the looks that style sheets gave it. */
function drawing(node, x, y, at) {
  const copy = node.cloneNode(true);
  const [from, to] = [node, copy].map((tree) => [...tree.querySelectorAll("*")]);
  from.forEach((one, i) => {
    const look = getComputedStyle(one);
    for (const name of KEPT) to[i].setAttribute(name, look.getPropertyValue(name));
    for (const name of ["class", "tabindex", "role", "aria-label"]) to[i].removeAttribute(name);
  });
  for (const name of ["class", "role", "aria-label", "aria-hidden"]) copy.removeAttribute(name);
  for (const [name, value] of Object.entries({ x: round(x), y: round(y), width: round(at.width), height: round(at.height) })) copy.setAttribute(name, value);
  return new XMLSerializer().serializeToString(copy);
}
