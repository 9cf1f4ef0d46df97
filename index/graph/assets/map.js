// The map: stripes, lines, dots, names.
const colour = {};
function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "ink", "soft", "line", "band", "held", "vii", "raised"]) {
    colour[name] = style.getPropertyValue(`--${name}`).trim();
  }
}

const sx = (x) => x * view.scale + view.x;
const sy = (y) => y * view.scale + view.y;

function curve(link) {
  const a = nodes[link.s], b = nodes[link.t];
  const path = new Path2D();
  const dx = a.x - b.x, dy = Math.abs(a.y - b.y);
  const lift = Math.min(Math.abs(dx) * 0.22 + 10, 150) / (1 + dy / 160);
  path.moveTo(sx(a.x), sy(a.y));
  path.bezierCurveTo(sx(a.x - dx * 0.3), sy(a.y - lift), sx(b.x + dx * 0.3), sy(b.y - lift), sx(b.x), sy(b.y));
  return path;
}

const inView = (x, y, margin) =>
  x > -margin && y > -margin && x < canvas.clientWidth + margin && y < canvas.clientHeight + margin;

function paintStripes() {
  const width = canvas.clientWidth, height = canvas.clientHeight;
  years.forEach((year, n) => {
    if (n % 2 || sx(year.start + year.size) < 0 || sx(year.start) > width) return;
    ctx.fillStyle = colour.band;
    ctx.fillRect(sx(year.start), 0, year.size * view.scale, height);
  });
  ctx.font = "12px system-ui, sans-serif";
  for (const lane of lanes) {
    if (!laneShown(lane)) continue;
    const y = sy(lane.start + lane.size) + 11 * view.scale;
    ctx.strokeStyle = colour.line;
    ctx.lineWidth = 1;
    ctx.beginPath(); ctx.moveTo(0, y); ctx.lineTo(width, y); ctx.stroke();
  }
}

const laneShown = (lane) => shown.lone || lane.name !== "No citation known";

/** Where the names of the lanes stand: above their documents, at the left edge. */
function laneNames() {
  ctx.font = "600 12px system-ui, sans-serif";
  return lanes.filter((lane) => laneShown(lane) && (lane.size + 26) * view.scale > 17).map((lane) => {
    const y = sy(lane.start) - 7 * view.scale;
    return { name: lane.name, y, box: [0, y - 9, 16 + ctx.measureText(lane.name).width, y + 9] };
  });
}

function paintNames(names) {
  const width = canvas.clientWidth;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.font = "600 12px system-ui, sans-serif";
  for (const { name, y } of names) write(name, 10, y, colour.soft);
  ctx.font = "11px system-ui, sans-serif";
  ctx.textAlign = "center";
  ctx.fillStyle = colour.paper;
  ctx.fillRect(0, 0, width, 20);
  let last = -Infinity;
  for (const year of years) {
    const x = sx(year.start + year.size / 2);
    if (x < 0 || x > width || x - last < 36) continue;
    if (year.size * view.scale < 12 && year.name % 10) continue;
    last = x;
    ctx.fillStyle = colour.soft;
    ctx.fillText(year.name, x, 10);
  }
}

/** Text with a rim of the paper's colour, readable over lines without hiding them. */
function write(text, x, y, ink) {
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = colour.paper;
  ctx.globalAlpha = 0.85;
  ctx.strokeText(text, x, y);
  ctx.globalAlpha = 1;
  ctx.fillStyle = ink;
  ctx.fillText(text, x, y);
}

// All lines are drawn aside, because thousands take longer than a frame: while the map moves the picture of
// them is moved, and drawn anew when it rests.
const aside = document.createElement("canvas");
const asideView = { scale: 0, x: 0, y: 0 };

function paintAside(near) {
  const faint = near.size ? 0.05 : Math.max(0.05, Math.min(0.6, 500 / Math.max(visible.length, 1)));
  const ratio = canvas.width / canvas.clientWidth;
  aside.width = canvas.width;
  aside.height = canvas.height;
  const pen = aside.getContext("2d");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.globalAlpha = faint;
  for (const [r, relation] of relations.entries()) {
    const all = new Path2D();
    for (const link of visible) if (link.r === r && !near.has(link)) all.addPath(curve(link));
    pen.strokeStyle = relation.colour;
    pen.stroke(all);
  }
  Object.assign(asideView, view);
}

function paintLinks(near, moving) {
  if (!moving) paintAside(near);
  const grown = view.scale / asideView.scale;
  ctx.drawImage(aside, view.x - asideView.x * grown, view.y - asideView.y * grown,
    canvas.clientWidth * grown, canvas.clientHeight * grown);
  ctx.globalAlpha = 0.9;
  for (const link of near) {
    ctx.strokeStyle = relations[link.r].colour;
    ctx.lineWidth = 1.2 + Math.min(link.n - 1, 8) * 0.35;
    ctx.stroke(curve(link));
  }
  ctx.globalAlpha = 1;
}

function radius(node) { return node.size * Math.max(0.75, Math.min(view.scale, 2.2)); }

function paintNodes(beside) {
  for (const node of nodes) {
    if (!drawn(node)) continue;
    const x = sx(node.x), y = sy(node.y);
    if (!inView(x, y, 20)) continue;
    const dim = beside ? !beside.has(node.index) : joined[node.index] && !alive.has(node.index);
    const hue = node.vii ? colour.vii : colour.held;
    ctx.globalAlpha = dim ? 0.22 : 1;
    ctx.beginPath();
    ctx.arc(x, y, radius(node), 0, 7);
    ctx.fillStyle = node.langs ? hue : colour.paper;
    ctx.fill();
    ctx.strokeStyle = node.langs ? colour.paper : hue;
    ctx.lineWidth = 1.2;
    ctx.stroke();
    if (node.index === chosen || node.index === over) {
      ctx.globalAlpha = 1;
      ctx.beginPath();
      ctx.arc(x, y, radius(node) + 4, 0, 7);
      ctx.strokeStyle = colour.ink;
      ctx.lineWidth = 2;
      ctx.stroke();
    }
  }
  ctx.globalAlpha = 1;
}

// The most cited first; a label that would touch another is left out.
function paintLabels(beside, taken) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const first = beside ? byFame.filter((node) => beside.has(node.index)) : byFame;
  const order = chosen === null ? first : [nodes[chosen], ...first];
  let left = 320;
  for (const node of order) {
    if (!left) break;
    if (!drawn(node) || (!beside && !alive.has(node.index))) continue;
    const x = sx(node.x), y = sy(node.y) - radius(node) - 9;
    if (!inView(x, y, 0) || y < 26) continue;
    ctx.font = `${node.index === chosen ? "700 13px" : "11.5px"} system-ui, sans-serif`;
    const half = ctx.measureText(node.name).width / 2 + 3;
    const box = [x - half, y - 8, x + half, y + 8];
    if (taken.some((b) => box[0] < b[2] && box[2] > b[0] && box[1] < b[3] && box[3] > b[1])) continue;
    taken.push(box);
    left -= 1;
    write(node.name, x, y, colour.ink);
  }
}

let waiting = 0;
let resting = 0;
let anew = false;

/** Paint in the next frame; with `moving` the lines may wait until the map rests. */
function paint(moving = false) {
  anew ||= !moving;
  waiting ||= requestAnimationFrame(() => {
    waiting = 0;
    paintNow(!anew && asideView.scale > 0);
    if (!anew) { clearTimeout(resting); resting = setTimeout(paint, 160); }
    anew = false;
  });
}

function paintNow(moving = false) {
  const ratio = window.devicePixelRatio || 1;
  const width = canvas.clientWidth, height = canvas.clientHeight;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.fillStyle = colour.paper;
  ctx.fillRect(0, 0, width, height);
  const focus = chosen ?? over;
  const near = new Set(focus === null ? [] : [...out[focus], ...into[focus]].filter(passes));
  const beside = focus === null ? null : new Set([focus]);
  for (const link of near) { beside.add(link.s); beside.add(link.t); }
  paintStripes();
  paintLinks(near, moving);
  paintNodes(beside);
  const names = laneNames();
  paintLabels(beside, names.map((name) => name.box));
  paintNames(names);
}
