// Finding a document by its symbol or its subject.
function search() {
  const words = asked($("search").value);
  const found = !words.length ? [] : nodes
    .filter((node) => words.every((word) => node.words.includes(word)))
    .sort((a, b) => rank(a, words) - rank(b, words) || (b.citedBy || 0) - (a.citedBy || 0))
    .slice(0, 12);
  $("found").replaceChildren(...found.map((node, n) => element("li", {
    role: "option", "aria-selected": String(n === 0), "data-node": node.index,
    onpointerdown: (event) => { event.preventDefault(); pick(node.index); },
  }, node.symbol, element("small", {}, node.agenda || node.title || ""))));
  $("found").hidden = !found.length;
  $("search").setAttribute("aria-expanded", String(found.length > 0));
}

/** What was typed as words to look for; names of resolutions become their numbers, as on the command line. */
function asked(text) {
  const plain = text.normalize("NFKC").toLowerCase().trim();
  const named = plain.match(/^(?:(?:un)?sc ?r(?:es(?:olution)?)?s?\.?|(?:security council )?res(?:olution)?s?\.?|s\/res\/|第|安理会第?) ?(?:no\.? ?)?(\d{1,4})(?: ?\((\d{4})\)| ?\/ ?(\d{4}))? ?(?:号|號)?(?:决议|決議)?$/)
    || plain.match(/^(\d{1,4}) ?(?:\((\d{4})\)|\/(\d{4}))$/);
  if (named) return [named[1]];
  return plain.replace(/ ?\((\d{4})\)/g, " ($1)").replace(/-/g, " ").split(/\s+/).filter(Boolean);
}

/** A document of that number, then one whose symbol has the words, then the rest. */
function rank(node, words) {
  if (node.name.toLowerCase() === words[0]) return 0;
  return node.symbol.toLowerCase().includes(words.join(" ")) ? 1 : 2;
}

function pick(index) {
  moved = true;
  $("found").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
  choose(index, true);
}

$("search").addEventListener("input", search);
$("search").addEventListener("focus", search);
$("search").addEventListener("blur", () => { $("found").hidden = true; });
$("search").addEventListener("keydown", (event) => {
  const items = [...$("found").children];
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (event.key === "Enter" && at >= 0) pick(Number(items[at].dataset.node));
  else if (event.key === "Escape") $("found").hidden = true;
  else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && items.length) {
    event.preventDefault();
    const next = (at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length;
    items.forEach((item, n) => item.setAttribute("aria-selected", String(n === next)));
    items[next].scrollIntoView({ block: "nearest" });
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target !== $("search")) choose(null);
});
