"use strict";
// Cards over citations: what a link leads to, before one follows it. The page needs none of this to work.
(() => {
  const known = new Map();
  let card = null;
  let wanted = 0;

  const reference = (link) => {
    const path = decodeURIComponent(link.pathname.slice(1));
    return link.hash ? `${path} ${decodeURIComponent(link.hash.slice(1))}` : path;
  };

  const fetched = async (ref) => {
    if (!known.has(ref)) {
      const answer = await fetch(`/card.json?ref=${encodeURIComponent(ref)}`);
      const found = await answer.json();
      known.set(ref, found.rows ? found.rows[0] : { doc: ref, text: found.error });
    }
    return known.get(ref);
  };

  const close = () => {
    wanted += 1;
    if (card) card.remove();
    card = null;
  };

  const open = async (link) => {
    close();
    const mine = wanted;
    const found = await fetched(reference(link));
    if (mine !== wanted) return;
    card = document.createElement("div");
    card.className = "card";
    card.role = "tooltip";
    const head = document.createElement("strong");
    head.textContent = [found.doc, found.date, found.status].filter(Boolean).join(" · ");
    const body = document.createElement("div");
    body.textContent = found.text || found.title || "";
    card.append(head, body);
    document.body.append(card);
    const at = link.getBoundingClientRect();
    const left = Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8);
    card.style.left = `${Math.max(8, left) + window.scrollX}px`;
    card.style.top = `${at.bottom + window.scrollY + 6}px`;
  };

  for (const link of document.querySelectorAll("a.cites")) {
    link.addEventListener("mouseenter", () => open(link));
    link.addEventListener("focus", () => open(link));
    link.addEventListener("mouseleave", close);
    link.addEventListener("blur", close);
  }
  // On a phone what narrows a question stands folded above the answers; what is set there stays in sight.
  for (const narrowing of document.querySelectorAll("details.narrowing")) {
    const fields = [...narrowing.querySelectorAll("input, select")];
    const isSet = (field) => (field.type === "checkbox" ? field.checked : field.value && field.value !== "relevance");
    if (matchMedia("(max-width: 52rem)").matches && !fields.some(isSet)) narrowing.open = false;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "/" && !/INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName)) {
      event.preventDefault();
      document.querySelector("#q, #ask").focus();
    }
  });
})();
