"use strict";
(() => {
  const entries = Array.from(document.querySelectorAll("[data-fingerprints]"));
  if (entries.length === 0) return;

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const words = (element, key) => (element.dataset[key] || "").split(" ").filter(Boolean);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const sum = (list) => list.reduce((total, entry) => total + words(entry, "fingerprints").length, 0);

  // What was ticked, by fingerprint; a browser that keeps nothing still shows the report.
  const memory = new Map();
  const key = (fingerprint) => "rspmaint.reviewed." + fingerprint;
  const recall = (name) => {
    try { return localStorage.getItem(name); } catch { return memory.get(name) ?? null; }
  };
  const keep = (name, value) => {
    try {
      if (value === null) localStorage.removeItem(name); else localStorage.setItem(name, value);
    } catch {
      if (value === null) memory.delete(name); else memory.set(name, value);
    }
  };
  const isReviewed = (entry) =>
    words(entry, "fingerprints").every((fingerprint) => recall(key(fingerprint)) === "1");

  // What is told of standards or proposals and is no change of its own.
  const parts = all("[data-kind]:not([data-fingerprints])");
  const marks = all("figure [data-standards]");
  const sections = all("main > section");

  // The bar.
  const choices = (label, name, values, show = (value) => value) => {
    const select = make("select", { name });
    select.append(make("option", { value: "", textContent: "all" }));
    for (const value of values) select.append(make("option", { value, textContent: show(value) }));
    return [make("label", { textContent: label }, select), select];
  };
  const distinct = (name) => Array.from(new Set(
    [...entries, ...parts].flatMap((entry) => words(entry, name))));
  const kinds = Array.from(new Set(entries.map((entry) => entry.dataset.kind)));
  const [proposalLabel, proposal] = choices(
    "Proposal", "proposal", distinct("proposals").sort((a, b) => a - b),
    (value) => value.padStart(4, "0"));
  const [kindLabel, kind] = choices("Kind", "kind", kinds);
  const [categoryLabel, category] = choices(
    "Category", "category", distinct("categories").sort(), (value) => value.replaceAll("-", " "));
  const search = make("input", { type: "search", name: "standard", autocomplete: "off" });
  const pending = make("input", { type: "checkbox", name: "pending" });
  const shortcuts = make("input", { type: "checkbox", name: "shortcuts" });
  shortcuts.checked = recall("rspmaint.shortcuts") !== "0";
  const clear = make("button", { type: "button", textContent: "Show all" });
  const more = make("button", { type: "button", className: "more", textContent: "Filter" });
  more.setAttribute("aria-expanded", "false");
  const count = make("output", {});
  count.setAttribute("role", "status");
  const keys = make(
    "details", {}, make("summary", { textContent: "Keys" }),
    make(
      "div", {},
      make("label", {}, shortcuts, "keyboard shortcuts"),
      make("p", {
        textContent: "j and k go to the next and the previous change, r ticks it as reviewed, o opens "
          + "what is folded in it, / goes to the search, Escape leaves it.",
      })));
  const form = make(
    "form", { className: "filters" }, proposalLabel, kindLabel, categoryLabel,
    make("label", { textContent: "Word" }, search),
    make("label", {}, pending, "only what is left"), clear, count, keys, more);
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Filter the changes");
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("main").before(form);
  const fields = [proposal, kind, category, search];

  // A tick for each change.
  for (const table of all(".entries table")) {
    table.tHead.rows[0].append(
      make("th", { scope: "col", className: "tick", textContent: "Seen" }));
  }
  for (const entry of entries) {
    const box = make("input", { type: "checkbox" });
    const isRow = entry.tagName === "TR";
    const title = (isRow ? entry.cells[0] : entry.querySelector("h3")).textContent.trim();
    box.setAttribute("aria-label", "reviewed: " + title.replace(/#$/, ""));
    box.checked = isReviewed(entry);
    box.addEventListener("change", () => {
      for (const fingerprint of words(entry, "fingerprints")) {
        keep(key(fingerprint), box.checked ? "1" : null);
      }
      update();
    });
    entry.box = box;
    const tick = make("label", { className: "tick" }, box);
    if (isRow) {
      const cell = make("td", { className: "tick" }, tick);
      cell.dataset.label = "Seen";
      entry.append(cell);
    } else {
      tick.append("seen");
      entry.querySelector("header").append(tick);
    }
  }

  const text = () => search.value.trim().toLowerCase();
  const says = (element) => element.textContent.toLowerCase().includes(text())
    || (element.dataset.standards || "").includes(text());
  const isFiltered = () => fields.some((field) => field.value.trim()) || pending.checked;
  const matches = (entry) => (!kind.value || entry.dataset.kind === kind.value)
    && (!category.value || words(entry, "categories").includes(category.value))
    && (!proposal.value || words(entry, "proposals").includes(proposal.value))
    && (!pending.checked || !entry.box.checked || entry.contains(document.activeElement))
    && (!text() || says(entry));

  // A proposal's row and objections go with its section; a telling stays with what it tells of.
  const isTold = (part, standards) => {
    if (["proposal", "objection"].includes(part.dataset.kind)) {
      const section = document.getElementById("proposal-" + part.dataset.proposals);
      if (proposal.value && part.dataset.proposals !== proposal.value) return false;
      return section !== null && (!section.hidden || (text() !== "" && says(part)));
    }
    if (kind.value || pending.checked) return false;
    return (!category.value || words(part, "categories").includes(category.value))
      && (!proposal.value || words(part, "proposals").includes(proposal.value))
      && (!text() || says(part) || words(part, "standards").some((name) => standards.has(name)));
  };

  // Headings, links and counts say what is shown.
  const recount = (container, title) => {
    const counter = title && title.querySelector(".count");
    if (!counter) return;
    counter.total ??= counter.textContent;
    const own = all("[data-fingerprints]", container).filter((entry) => !entry.hidden);
    const told = all("[data-kind]", container).filter((part) => !part.hidden);
    const number = own.length > 0 ? sum(own) : told.length;
    counter.textContent = isFiltered() ? String(number) : counter.total;
  };

  const update = () => {
    const filtered = isFiltered();
    for (const entry of entries) {
      entry.hidden = !matches(entry);
      entry.classList.toggle("reviewed", entry.box.checked);
    }
    const shown = entries.filter((entry) => !entry.hidden);
    const standards = new Set(shown.flatMap((entry) => words(entry, "standards")));
    for (const section of sections) {
      const own = all("[data-fingerprints]", section);
      section.hidden = filtered && own.every((entry) => entry.hidden);
    }
    for (const part of parts) part.hidden = filtered && !isTold(part, standards);
    for (const mark of marks) mark.toggleAttribute(
      "hidden", filtered && !words(mark, "standards").some((name) => standards.has(name)));
    for (const section of sections) {
      const told = all("[data-kind]:not([data-fingerprints]), figure [data-standards]", section);
      if (told.some((part) => !part.hasAttribute("hidden"))) section.hidden = false;
      recount(section, section.querySelector("h2"));
    }
    for (const part of all(".group, .scroll, ul.items, main > section > details")) {
      const own = all("[data-kind]", part);
      part.hidden = filtered && own.length > 0 && own.every((entry) => entry.hidden);
      if (part.className === "group") recount(part, part.querySelector("h3"));
    }
    for (const title of all("main > section > h3")) {
      const below = title.nextElementSibling;
      title.hidden = filtered && below !== null && below.hidden;
    }
    for (const link of all(".contents a")) {
      const section = document.getElementById(link.hash.slice(1));
      link.parentElement.hidden = section.hidden;
      const [own, theirs] = [link.querySelector(".count"), section.querySelector("h2 .count")];
      if (own && theirs) own.textContent = theirs.textContent;
    }
    const left = shown.filter((entry) => !entry.box.checked);
    const total = sum(entries);
    const changes = total === 1 ? "1 change" : `${total} changes`;
    count.textContent = (filtered ? `${sum(shown)} of ${changes} shown` : changes)
      + `, ${sum(left)} left to review`;
  };

  for (const field of [...fields, pending]) {
    field.addEventListener("input", update);
    field.addEventListener("change", update);
  }
  shortcuts.addEventListener("change", () => {
    keep("rspmaint.shortcuts", shortcuts.checked ? null : "0");
  });
  const showAll = () => {
    for (const field of fields) field.value = "";
    pending.checked = false;
    update();
  };
  clear.addEventListener("click", showAll);
  more.addEventListener("click", () => {
    more.setAttribute("aria-expanded", String(form.classList.toggle("open")));
  });

  // Keys, where no field has the focus.
  const go = (entry) => {
    entry.focus({ preventScroll: true });
    entry.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.activeElement === search) {
      search.blur();
      return;
    }
    const isField = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (!shortcuts.checked || isField || event.ctrlKey || event.metaKey || event.altKey) return;
    const shown = entries.filter((entry) => !entry.hidden);
    const current = shown.findIndex((entry) => entry.contains(document.activeElement));
    if (event.key === "j" && current < shown.length - 1) go(shown[current + 1]);
    else if (event.key === "k" && current > 0) go(shown[current - 1]);
    else if (event.key === "r" && current >= 0) shown[current].box.click();
    else if (event.key === "o" && current >= 0) {
      const folded = all("details", shown[current]);
      const open = folded.some((part) => !part.open);
      for (const part of folded) part.open = open;
    } else if (event.key === "/") {
      form.classList.add("open");
      search.focus();
    } else return;
    event.preventDefault();
  });

  // A link shows what it leads to, whatever is filtered or folded away.
  const reveal = (hash) => {
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) showAll();
    for (let part = target; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
    }
    const entry = target.closest("[data-fingerprints]");
    if (entry) go(entry); else target.scrollIntoView();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link) setTimeout(() => reveal(link.hash));
  });
  addEventListener("hashchange", () => reveal(location.hash));

  // On paper everything is open.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("main details:not([open])");
    for (const part of closed) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });

  update();
  if (location.hash) reveal(location.hash);
})();
