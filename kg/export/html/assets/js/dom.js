// Making elements. Text always goes in as text, never as HTML.

/** `el("button", {class: "x", onclick: fn, "aria-label": "…"}, child, "text", …)`. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "class") node.className = value;
    else if (key === "value" || key === "checked" || key === "disabled") node[key] = value;
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false).map((c) => (c instanceof Node ? c : String(c))));
  return node;
}

export const $ = (id) => document.getElementById(id);

/** Replace all children. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false).map((c) => (c instanceof Node ? c : String(c))));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with attributes. */
export function svg(tag, props = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(props)) if (value !== undefined) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** A sign of glyphs.js as a small drawing beside a word; hidden from screen readers. */
export function icon({ sign, look }, size = 18) {
  const box = svg("svg", { viewBox: "-12 -12 24 24", width: size, height: size, "aria-hidden": "true", class: "sign" });
  const dash = look.dash ? look.dash.join(" ") : undefined;
  box.append(svg("path", { d: sign.d, fill: look.fill, stroke: look.line, "stroke-width": look.width || 1.6, "stroke-dasharray": dash }));
  if (sign.mark && look.ink) {
    box.append(svg("path", { d: sign.mark, fill: "none", stroke: look.ink, "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" }));
  }
  return box;
}

/** Let a person keep a file. */
export function keep(name, body, type) {
  const blob = body instanceof Blob ? body : new Blob([body], { type });
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 2000);
}

/** A short message at the foot of the page, read out too. */
export function tell(text) {
  const box = $("notice");
  box.textContent = text;
  box.classList.add("on");
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => box.classList.remove("on"), 2600);
}

/** Copy text; where the browser forbids it, show it to be copied by hand. */
export async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    tell(done);
  } catch {
    const area = el("textarea", { class: "by-hand", "aria-label": done });
    area.value = text;
    document.body.append(area);
    area.select();
    const worked = document.execCommand("copy");
    area.remove();
    if (worked) tell(done);
    else window.prompt(done, text.slice(0, 2000));
  }
}
