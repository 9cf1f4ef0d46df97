// The row of filters, light and dark, and the first look.
const used = new Set(links.map((link) => link.r));
relations.forEach((relation, r) => {
  if (!used.has(r)) return;
  $("relations").append(element("button", {
    type: "button", "aria-pressed": "true", "data-relation": relation.name, "--hue": relation.colour,
    title: say("Click to leave out, double-click for this one alone"),
    onclick: (event) => {
      if (!shown.relations.delete(r)) shown.relations.add(r);
      event.currentTarget.setAttribute("aria-pressed", String(shown.relations.has(r)));
      filter();
    },
    ondblclick: () => {
      shown.relations = new Set([r]);
      for (const button of $("relations").children) {
        button.setAttribute("aria-pressed", String(button.dataset.relation === relation.name));
      }
      filter();
    },
  }, say(relation.name)));
});

const citingYears = links.map((link) => nodes[link.s].year).filter(Boolean);
const [firstYear, lastYear] = citingYears.reduce(([a, b], y) => [Math.min(a, y), Math.max(b, y)], [9999, 0]);
for (const [id, limit] of [["from", firstYear], ["to", lastYear]]) {
  Object.assign($(id), { min: firstYear, max: lastYear, placeholder: limit });
  $(id).addEventListener("input", () => {
    const value = Number($(id).value);
    shown[id] = value >= 1000 ? value : id === "from" ? -Infinity : Infinity;
    filter();
  });
}
$("topic").addEventListener("input", () => { shown.topic = $("topic").value.trim().toLowerCase().replace(/-/g, " "); filter(); });
const topics = new Map();
for (const node of nodes) {
  if (!joined[node.index]) continue;
  for (const topic of [node.agenda, ...(node.topics || [])]) if (topic) topics.set(topic, (topics.get(topic) || 0) + 1);
}
$("topics").append(...[...topics].sort((a, b) => b[1] - a[1]).slice(0, 120)
  .map(([topic]) => element("option", { value: topic })));
$("lone").closest("label").hidden = joined.every(Boolean);
$("lone").addEventListener("change", () => { shown.lone = $("lone").checked; fit(); });
$("reset").addEventListener("click", () => {
  Object.assign(shown, { relations: new Set(relations.keys()), from: -Infinity, to: Infinity, topic: "" });
  for (const id of ["from", "to", "topic"]) $(id).value = "";
  for (const button of $("relations").children) button.setAttribute("aria-pressed", "true");
  filter();
});
for (const button of $("zoom").children) {
  button.addEventListener("click", () => button.dataset.zoom === "fit" ? fit()
    : zoom(Number(button.dataset.zoom), canvas.clientWidth / 2, canvas.clientHeight / 2));
}

const dark = window.matchMedia("(prefers-color-scheme: dark)");
function setTheme(name) {
  document.documentElement.dataset.theme = name;
  readColours();
  paint();
}
dark.addEventListener("change", () => setTheme(dark.matches ? "dark" : "light"));
$("theme").addEventListener("click", () =>
  setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));

setTheme(dark.matches ? "dark" : "light");
new ResizeObserver(() => {
  if (!moved) arrive();
  paintNow();
}).observe(canvas);
filter();
const wanted = decodeURIComponent(location.hash.slice(1)) || data.centre;
const start = nodes.findIndex((node) => node.symbol === wanted);
if (start >= 0) choose(start);
arrive();

/** Where a document stands on the canvas, in CSS pixels: for those who script the page. */
window.placeOf = (symbol) => {
  const node = nodes.find((one) => one.symbol === symbol);
  return node && [sx(node.x), sy(node.y)];
};
