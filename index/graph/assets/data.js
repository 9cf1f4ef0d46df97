// The network, and what of it is asked for.
const data = JSON.parse(document.getElementById("data").textContent);
const { nodes, links, relations, lanes, years, passages, linked } = data;
/** In the reader's language. */
const say = (english) => data.words[english] ?? english;
const $ = (id) => document.getElementById(id);
const canvas = $("map");
const ctx = canvas.getContext("2d");

// What is asked for, and what is shown of it.
const shown = { relations: new Set(relations.keys()), from: -Infinity, to: Infinity, topic: "", lone: false };
const view = { scale: 1, x: 0, y: 0 };
let chosen = null;
let over = null;
let visible = [];
let alive = new Set();

nodes.forEach((node, index) => {
  node.index = index;
  node.size = Math.min(2.4 + 0.62 * Math.sqrt(node.citedBy || 0), 9);
  node.words = [node.symbol, node.agenda, node.title, ...(node.topics || [])].join(" ").toLowerCase()
    .replace(/-/g, " ");
  node.name = node.symbol.replace(/^S\/RES\//, "").replace(/ \(\d{4}\)/, "");
});
const out = nodes.map(() => []);
const into = nodes.map(() => []);
links.forEach((link) => { out[link.s].push(link); into[link.t].push(link); });
const joined = nodes.map((_, n) => out[n].length + into[n].length > 0);
const byFame = [...nodes].sort((a, b) => (b.citedBy || 0) - (a.citedBy || 0));

function passes(link) {
  const citing = nodes[link.s];
  return shown.relations.has(link.r)
    && (citing.year ?? 0) >= shown.from && (citing.year ?? 0) <= shown.to
    && (!shown.topic || citing.words.includes(shown.topic));
}

function filter() {
  visible = links.filter(passes);
  alive = new Set();
  for (const link of visible) { alive.add(link.s); alive.add(link.t); }
  $("count").textContent = say("{0} citations between {1} documents")
    .replace("{0}", visible.length.toLocaleString("en")).replace("{1}", alive.size.toLocaleString("en"));
  if (chosen !== null) fillPanel();
  paint();
}

const drawn = (node) => joined[node.index] || shown.lone || node.index === chosen;
