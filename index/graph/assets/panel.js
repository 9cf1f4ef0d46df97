// The document chosen: its facts, its citations, their words.
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key.startsWith("--")) made.style.setProperty(key, value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function choose(index, move = false) {
  chosen = index;
  $("panel").hidden = index === null;
  if (index !== null) {
    fillPanel();
    $("panel").scrollTop = 0;
    if (move) bring(nodes[index]);
  }
  history.replaceState(null, "", index === null ? " " : `#${encodeURIComponent(nodes[index].symbol)}`);
  paint();
}

/** Into the middle of what the panel leaves free. */
function bring(node) {
  view.scale = Math.max(view.scale, 0.7);
  view.x = free().width / 2 - node.x * view.scale;
  view.y = free().height / 2 - node.y * view.scale;
}

function fillPanel() {
  const node = nodes[chosen];
  const facts = [
    node.type === "other" ? null : say(node.type).replaceAll("-", " "), node.date || node.year, node.vote,
    node.vii ? say("Chapter VII") : null,
    node.langs ? `${say("held:")} ${node.langs.join(", ")}` : say("text not held"),
  ].filter(Boolean).join(" · ");
  $("panel").replaceChildren(...[
    element("button", { class: "close", type: "button", "aria-label": say("Close"), onclick: () => choose(null) }, "✕"),
    element("h2", {}, linked && node.langs
      ? element("a", { href: `/${encodeURI(node.symbol.replaceAll(" ", ""))}` }, node.symbol) : node.symbol),
    element("p", { class: "soft" }, facts),
    node.symbol.startsWith("file:") ? null : element("p", {}, element("a", {
      href: `https://undocs.org/${encodeURI(node.symbol.replaceAll(" ", "").split(",")[0])}`, rel: "noopener",
    }, say("official document"))),
    element("p", {}, node.agenda || node.title || ""),
    node.topics ? element("p", { class: "soft" }, `${say("topics:")} ${node.topics.slice(0, 6).join(", ")}`) : null,
    ...group(say("Cites"), out[chosen].filter(passes), "t"),
    ...group(say("Cited by"), into[chosen].filter(passes), "s"),
  ].filter(Boolean));
}

function group(title, found, end) {
  const others = new Map();
  for (const link of found) others.set(link[end], [...(others.get(link[end]) || []), link]);
  const total = (list) => list.reduce((sum, link) => sum + link.n, 0);
  const ordered = [...others].sort((a, b) => total(b[1]) - total(a[1]) || (nodes[b[0]].year || 0) - (nodes[a[0]].year || 0));
  return [
    element("h3", {}, `${title} ${others.size || say("nothing shown")}`),
    element("ul", {}, ...ordered.map(([other, list]) => element("li", {},
      element("button", { class: "go", type: "button", onclick: () => choose(other, true) }, nodes[other].symbol),
      element("small", {}, ` ${nodes[other].agenda || ""}`),
      ...list.map(said)))),
  ];
}

function said(link) {
  const relation = relations[link.r];
  const where = link.at.slice(0, 6).join(", ") + (link.at.length > 6 ? " …" : "");
  const to = link.to.length ? ` → ${say("para")} ${link.to.join(", ")}` : "";
  const line = element("div", { "--hue": relation.colour, "data-link": links.indexOf(link) });
  const button = element("button", {
    class: "said", type: "button", disabled: !link.q.length, "aria-expanded": link.q.length ? "false" : undefined,
    onclick: () => toggle(line, link, button),
  }, element("span", { class: "relation" }, say(relation.name)), element("span", { class: "soft" }, `${where}${to}`),
    element("span", { class: "soft times" }, link.n > 1 ? `${link.n}×` : ""));
  line.append(button);
  return line;
}

function toggle(line, link, button) {
  const open = line.querySelector("blockquote");
  button.setAttribute("aria-expanded", String(!open));
  if (open) { line.querySelectorAll("blockquote").forEach((quote) => quote.remove()); return; }
  const said = new Map();
  for (const quote of link.q) said.set(quote[2], [...(said.get(quote[2]) || []), quote]);
  for (const quotes of said.values()) line.append(blockquote(quotes, link));
}

/** One passage with all its mentions of the same document marked. */
function blockquote(quotes, link) {
  const text = passages[quotes[0][2]];
  const parts = [];
  let at = 0;
  for (const [, , , start, end] of [...quotes].sort((a, b) => a[3] - b[3])) {
    if (start < at) continue;
    parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at));
  return element("blockquote", {}, ...parts, element("cite", {}, `${nodes[link.s].symbol}, ${quotes[0][0]}`));
}

function openQuote(link) {
  const line = $("panel").querySelector(`[data-link="${links.indexOf(link)}"]`);
  if (!line) return;
  if (!line.querySelector("blockquote")) line.querySelector("button").click();
  line.scrollIntoView({ block: "center" });
}
