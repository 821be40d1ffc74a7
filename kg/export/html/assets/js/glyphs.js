// Signs as SVG paths in a box of 20 x 20 around the origin: the canvas, the legend and the SVG
// export draw the same ones. Shape carries the meaning as much as colour, for grey print.

const CIRCLE = (r) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const BOX = (w, h) => `M${-w} ${-h}h${2 * w}v${2 * h}h${-2 * w}z`;

/** Families of things: outline, and a mark drawn in it with a line. */
export const SIGNS = {
  person: { d: CIRCLE(8), mark: "" },
  group: { d: CIRCLE(9), mark: CIRCLE(4.6) },
  discipline: { d: "M0 -10L9 -6.5V1C9 5.5 5 8.5 0 10.5C-5 8.5 -9 5.5 -9 1V-6.5z", mark: "" },
  org: { d: BOX(8, 8), mark: "" },
  media: { d: BOX(9.5, 6.5), mark: "M-5.5 -2h11M-5.5 2h7" },
  place: { d: "M0 -9.5L8.2 -4.75V4.75L0 9.5L-8.2 4.75V-4.75z", mark: "" },
  document: { d: "M-7 -9.5H2.5L7 -5V9.5H-7z", mark: "M-3.5 -1.5h7M-3.5 2.5h7" },
  mechanism: { d: "M0 -10.5L10.5 0L0 10.5L-10.5 0z", mark: "" },
  post: { d: "M0 -9L9.5 7.5H-9.5z", mark: "" },
  change: { d: "M-9.5 -4.5H-1V4.5H-9.5zM2 -8.5L9.5 0L2 8.5z", mark: "" },
  term: { d: "M-9.5 -5.5H5L10 0L5 5.5H-9.5z", mark: "" },
  event: { d: CIRCLE(6), mark: "" },
};

/** Faces of facts: the same mark is the badge of a person who stands so. */
export const FACE_SIGNS = {
  cleared: { d: CIRCLE(8), mark: "M-3.8 0.2L-1.2 3.2L4 -3" },
  accused: { d: CIRCLE(7.5), mark: "M-2.6 -1.8C-2.6 -5.6 3 -5.4 2.6 -1.8C2.4 0 0 0.2 0 2M0 4.6V4.8", hollow: true, dash: [3, 2.4] },
  investigated: { d: CIRCLE(8), mark: "M-3.6 -0.8a2.9 2.9 0 1 0 5.8 0a2.9 2.9 0 1 0 -5.8 0M1.6 1.6L4.4 4.4", hollow: true },
  sanctioned: { d: BOX(7.5, 7.5), mark: "M-4.5 0H4.5" },
  criminal: { d: "M-3.6 -8.6H3.6L8.6 -3.6V3.6L3.6 8.6H-3.6L-8.6 3.6V-3.6z", mark: "M-4.5 -2.2H4.5M-4.5 2.2H4.5" },
  convicted: { d: "M-3.6 -8.6H3.6L8.6 -3.6V3.6L3.6 8.6H-3.6L-8.6 3.6V-3.6z", mark: "M-3.8 -3.8L3.8 3.8M3.8 -3.8L-3.8 3.8" },
  undone: { d: BOX(7, 7), mark: "M-9 9L9 -9", hollow: true },
  accuser: { d: "M-9 -7.5H9L0 8.5z", mark: "M0 -4.8V0M0 2.8V3" },
  exposed: { d: "M-7.5 -8.5H8L4.5 -3.5L8 1.5H-4.5V9.5H-7.5z", mark: "" },
  conduct: { d: CIRCLE(5.5), mark: "" },
  demand: { d: "M-8 -7H1L8.5 0L1 7H-8L-1.5 0z", mark: "" },
  document: { d: "M-5.5 -7.5H2L5.5 -4V7.5H-5.5z", mark: "M-2.5 0h5" },
  post: { d: BOX(8, 4), mark: "" },
  inspection: { d: "M-9.5 0C-5 -7 5 -7 9.5 0C5 7 -5 7 -9.5 0z", mark: CIRCLE(2) },
  denied: { d: CIRCLE(7.5), mark: "M-4 -4L4 4M4 -4L-4 4", hollow: true },
  other: { d: "M0 -5.5L5.5 0L0 5.5L-5.5 0z", mark: "" },
};

const paths = new Map();
function path(d) {
  if (!paths.has(d)) paths.set(d, new Path2D(d));
  return paths.get(d);
}

/** Draw a sign at a place. `look` is {fill, line, ink, hollow, dash}. */
export function drawSign(ctx, sign, x, y, size, look) {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size / 10, size / 10);
  const outline = path(sign.d);
  ctx.fillStyle = look.fill;
  ctx.fill(outline);
  ctx.lineWidth = look.width || 1.6;
  ctx.strokeStyle = look.line;
  ctx.setLineDash(look.dash || []);
  ctx.stroke(outline);
  ctx.setLineDash([]);
  if (sign.mark && look.ink) {
    ctx.strokeStyle = look.ink;
    ctx.lineWidth = 1.9;
    ctx.lineCap = "round";
    ctx.lineJoin = "round";
    ctx.stroke(path(sign.mark));
  }
  ctx.restore();
}

/** The same sign as SVG text, for legends and the export. */
export function svgSign(sign, x, y, size, look) {
  const dash = look.dash ? ` stroke-dasharray="${look.dash.join(" ")}"` : "";
  const mark = sign.mark && look.ink
    ? `<path d="${sign.mark}" fill="none" stroke="${look.ink}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>` : "";
  return `<g transform="translate(${x} ${y}) scale(${size / 10})"><path d="${sign.d}" fill="${look.fill}" ` +
    `stroke="${look.line}" stroke-width="${look.width || 1.6}"${dash}/>${mark}</g>`;
}
