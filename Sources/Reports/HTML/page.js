"use strict";
(() => {
  const entries = Array.from(document.querySelectorAll("[data-fingerprints]"));
  if (entries.length === 0) return;

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const words = (entry, key) => (entry.dataset[key] || "").split(" ").filter(Boolean);

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

  // The form above the report.
  const choices = (label, name, values, show = (value) => value) => {
    const select = make("select", { name });
    select.append(make("option", { value: "", textContent: "all" }));
    for (const value of values) select.append(make("option", { value, textContent: show(value) }));
    return [make("label", { textContent: label }, select), select];
  };
  const distinct = (name) => Array.from(new Set(entries.flatMap((entry) => words(entry, name))));
  const kinds = Array.from(new Set(entries.map((entry) => entry.dataset.kind)));
  const [kindLabel, kind] = choices("Kind", "kind", kinds);
  const [categoryLabel, category] = choices("Category", "category", distinct("categories").sort());
  const [proposalLabel, proposal] = choices(
    "Proposal", "proposal", distinct("proposals").sort((a, b) => a - b),
    (value) => value.padStart(4, "0"));
  const search = make("input", { type: "search", name: "standard", autocomplete: "off" });
  const pending = make("input", { type: "checkbox", name: "pending" });
  const shortcuts = make("input", { type: "checkbox", name: "shortcuts" });
  shortcuts.checked = recall("rspmaint.shortcuts") !== "0";
  const clear = make("button", { type: "button", textContent: "Show all" });
  const fold = make("button", { type: "button", textContent: "Collapse all" });
  const count = make("output", {});
  count.setAttribute("role", "status");
  const help = make("p", {
    className: "keys",
    textContent: "Keys: j and k go to the next and the previous change, r ticks it as reviewed, "
      + "o collapses it, / goes to the search, Escape leaves it.",
  });
  const form = make(
    "form", { className: "filters" }, kindLabel, categoryLabel, proposalLabel,
    make("label", { textContent: "Standard or word" }, search),
    make("label", { className: "choice" }, pending, "only what is not reviewed"),
    make("label", { className: "choice" }, shortcuts, "keyboard shortcuts"), clear, fold, count,
    help);
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Filter the changes");
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("main").before(form);

  // A tick and a collapse button for each change.
  for (const table of document.querySelectorAll(".entries table")) {
    table.tHead.rows[0].append(make("th", { scope: "col", className: "tick", textContent: "reviewed" }));
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
      entry.append(make("td", { className: "tick" }, tick));
    } else {
      tick.append("reviewed");
      const body = entry.querySelector(".body");
      body.id = entry.id + "-body";
      const button = make("button", { type: "button", textContent: "Collapse" });
      button.setAttribute("aria-expanded", "true");
      button.setAttribute("aria-controls", body.id);
      entry.collapse = (isCollapsed) => {
        body.hidden = isCollapsed;
        button.textContent = isCollapsed ? "Expand" : "Collapse";
        button.setAttribute("aria-expanded", String(!isCollapsed));
        button.setAttribute("aria-label", button.textContent + ": " + title);
      };
      entry.collapse(false);
      button.addEventListener("click", () => entry.collapse(!body.hidden));
      entry.querySelector("header").append(tick, button);
    }
  }

  const matches = (entry) => {
    const text = search.value.trim().toLowerCase();
    return (!kind.value || entry.dataset.kind === kind.value)
      && (!category.value || words(entry, "categories").includes(category.value))
      && (!proposal.value || words(entry, "proposals").includes(proposal.value))
      && (!pending.checked || !entry.box.checked || entry.contains(document.activeElement))
      && (!text || entry.textContent.toLowerCase().includes(text)
        || entry.dataset.standards.includes(text));
  };

  const update = () => {
    for (const entry of entries) {
      entry.hidden = !matches(entry);
      entry.classList.toggle("reviewed", entry.box.checked);
    }
    for (const table of document.querySelectorAll(".entries")) {
      table.hidden = Array.from(table.querySelectorAll("tr.entry")).every((row) => row.hidden);
    }
    for (const section of document.querySelectorAll("main > section")) {
      const own = Array.from(section.querySelectorAll("[data-fingerprints]"));
      section.hidden = own.length > 0 && own.every((entry) => entry.hidden);
    }
    const shown = entries.filter((entry) => !entry.hidden).length;
    const left = entries.filter((entry) => !entry.box.checked).length;
    count.textContent =
      `${left} of ${entries.length} changes left to review; ${shown} of ${entries.length} shown.`;
  };

  for (const field of [kind, category, proposal, search, pending]) {
    field.addEventListener("input", update);
    field.addEventListener("change", update);
  }
  shortcuts.addEventListener("change", () => {
    keep("rspmaint.shortcuts", shortcuts.checked ? null : "0");
  });
  clear.addEventListener("click", () => {
    for (const field of [kind, category, proposal, search]) field.value = "";
    pending.checked = false;
    update();
  });
  fold.addEventListener("click", () => {
    const isCollapsed = fold.textContent === "Collapse all";
    for (const entry of entries) if (entry.collapse) entry.collapse(isCollapsed);
    fold.textContent = isCollapsed ? "Expand all" : "Collapse all";
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
    else if (event.key === "o" && current >= 0 && shown[current].collapse) {
      shown[current].collapse(!shown[current].querySelector(".body").hidden);
    } else if (event.key === "/") search.focus();
    else return;
    event.preventDefault();
  });

  // A deep link shows its change whatever is filtered, collapsed or folded away.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const entry = target.closest("[data-fingerprints]");
    if (entry) {
      if (entry.hidden) clear.click();
      if (entry.collapse) entry.collapse(false);
      go(entry);
    }
    for (let part = target; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
    }
  };
  addEventListener("hashchange", reveal);

  // On paper everything is open.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = Array.from(document.querySelectorAll("section > details:not([open]), .body details"))
      .filter((part) => !part.open);
    for (const part of closed) part.open = true;
    for (const entry of entries) {
      if (entry.collapse) entry.querySelector(".body").hidden = false;
    }
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });

  update();
  reveal();
})();
