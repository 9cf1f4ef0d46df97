// Moving about on the map, pointing and clicking.
/** What is seen first: everything, or of much the document asked about. Until someone moves the map. */
let moved = false;
function arrive() {
  fit();
  if (chosen !== null && nodes.length > 400) bring(nodes[chosen]);
}

/** What the panel leaves of the map: it lies to the right, on narrow screens below. */
function free() {
  const open = !$("panel").hidden, narrow = canvas.clientWidth <= 720;
  return {
    width: canvas.clientWidth - (open && !narrow ? 430 : 0),
    height: canvas.clientHeight * (open && narrow ? 0.45 : 1),
  };
}

function fit() {
  const seen = nodes.filter(drawn);
  if (!seen.length) return;
  const xs = seen.map((n) => n.x), ys = seen.map((n) => n.y);
  const left = Math.min(...xs) - 24, right = Math.max(...xs) + 24;
  // Above the first lane there must be room for its arcs.
  const top = Math.min(...ys) - 90, bottom = Math.max(...ys) + 24;
  const { width, height: whole } = free(), height = whole - 40;
  view.scale = Math.min(width / (right - left), height / (bottom - top), 2.4);
  view.x = (width - (left + right) * view.scale) / 2;
  view.y = 30 + (height - (top + bottom) * view.scale) / 2;
  paint();
}

function zoom(factor, x, y) {
  moved = true;
  const scale = Math.max(0.05, Math.min(view.scale * factor, 12));
  view.x = x - (x - view.x) * scale / view.scale;
  view.y = y - (y - view.y) * scale / view.scale;
  view.scale = scale;
  paint(true);
}

function hit(x, y) {
  let best = null, nearest = 14;
  for (const node of nodes) {
    if (!drawn(node)) continue;
    const distance = Math.hypot(sx(node.x) - x, sy(node.y) - y) - radius(node);
    if (distance < nearest && distance < 6) { nearest = distance; best = node.index; }
  }
  return best;
}

// Only the lines of the chosen document can be clicked; the others lie too close together.
function hitLink(x, y) {
  if (chosen === null) return null;
  const ratio = window.devicePixelRatio || 1;
  ctx.lineWidth = 9;
  return [...out[chosen], ...into[chosen]].filter(passes)
    .find((link) => ctx.isPointInStroke(curve(link), x * ratio, y * ratio)) ?? null;
}

const held = new Map();
let travelled = 0, spread = 0;
const place = (event) => {
  const box = canvas.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};

canvas.addEventListener("pointerdown", (event) => {
  moved = true;
  held.set(event.pointerId, place(event));
  travelled = 0;
  if (event.isTrusted) canvas.setPointerCapture(event.pointerId);
});
canvas.addEventListener("pointermove", (event) => {
  const [x, y] = place(event);
  const before = held.get(event.pointerId);
  if (!before) { hover(x, y); return; }
  held.set(event.pointerId, [x, y]);
  if (held.size === 2) {
    const [a, b] = [...held.values()];
    const now = Math.hypot(a[0] - b[0], a[1] - b[1]);
    if (spread) zoom(now / spread, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
    spread = now;
    travelled = 99;
    return;
  }
  travelled += Math.abs(x - before[0]) + Math.abs(y - before[1]);
  if (travelled < 4) return;
  canvas.classList.add("moving");
  view.x += x - before[0];
  view.y += y - before[1];
  paint(true);
});
canvas.addEventListener("pointerup", (event) => {
  const [x, y] = place(event);
  held.delete(event.pointerId);
  spread = 0;
  canvas.classList.remove("moving");
  if (travelled >= 4) return;
  const node = hit(x, y);
  if (node !== null) { choose(node); return; }
  const link = hitLink(x, y);
  if (link) openQuote(link); else choose(null);
});
canvas.addEventListener("pointercancel", (event) => held.delete(event.pointerId));
canvas.addEventListener("pointerleave", () => hover(-99, -99));
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), ...place(event));
}, { passive: false });
canvas.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
  if (step) { view.x += step[0]; view.y += step[1]; paint(true); }
  else if (event.key === "+") zoom(1.3, canvas.clientWidth / 2, canvas.clientHeight / 2);
  else if (event.key === "-") zoom(1 / 1.3, canvas.clientWidth / 2, canvas.clientHeight / 2);
  else return;
  event.preventDefault();
});

function hover(x, y) {
  const node = hit(x, y);
  canvas.classList.toggle("over", node !== null || hitLink(x, y) !== null);
  const tip = $("tip");
  tip.hidden = node === null;
  if (node !== null) {
    const { symbol, date, agenda, title } = nodes[node];
    tip.replaceChildren(element("b", {}, symbol), element("small", {}, [date, agenda || title].filter(Boolean).join(" · ")));
    tip.style.left = `${Math.min(x + 14, canvas.clientWidth - 350)}px`;
    tip.style.top = `${Math.min(y + 14, canvas.clientHeight - 80)}px`;
  }
  if (node !== over) { over = node; paint(true); }
}
