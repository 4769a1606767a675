"use strict";
// The report's script: choosing a line lights its evidence in every text. All spans were cut when the page was made,
// so nothing here counts characters.
(() => {
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const wide = () => matchMedia("(min-width: 68rem)").matches;
  const glide = still ? "auto" : "smooth";

  for (const story of all(document, ".story")) {
    const pieces = new Map(); // key -> the stretches of the texts it is on
    for (const piece of all(story, "[data-on]")) {
      for (const key of piece.dataset.on.split(" ")) {
        pieces.set(key, [...(pieces.get(key) || []), piece]);
      }
    }
    const texts = all(story, ".text");
    const lines = all(story, ".line");
    const now = story.querySelector(".now");
    const hint = now.textContent;
    let chosen = [];

    const choose = (keys, from) => {
      for (const node of all(story, ".lit, .picked")) node.classList.remove("lit", "picked");
      for (const node of all(story, "button[aria-pressed=true][data-pick]")) node.setAttribute("aria-pressed", "false");
      chosen = keys;
      for (const key of keys) {
        for (const piece of pieces.get(key) || []) piece.classList.add("lit");
        for (const node of all(story, `[data-line="${key}"]`)) node.classList.add("picked");
        for (const node of all(story, `button[data-pick="${key}"]`)) node.setAttribute("aria-pressed", "true");
      }
      tell();
      if (keys.length && wide()) for (const text of texts) if (!text.contains(from)) reveal(text);
    };

    const tell = () => {
      if (!chosen.length) {
        now.textContent = hint;
        return;
      }
      const name = (key) => (key.startsWith("e") ? story.querySelector(`.entity[data-pick="${key}"]`).textContent : key);
      const counts = texts.map((text) => {
        const count = places(text);
        return `${text.dataset.label}: ${count ? `${count} place${count > 1 ? "s" : ""}` : "silent"}`;
      });
      const what = chosen[0].startsWith("e") ? "" : chosen.length > 1 ? "Lines " : "Line ";
      now.textContent = `${what}${chosen.map(name).join(", ")}  —  ${counts.join(" · ")}  —  Esc clears`;
    };

    // Stretches that touch are one place for the reader, however they were cut.
    const places = (text) => {
      const lit = all(text, ".lit");
      return lit.filter((piece) => !lit.includes(piece.previousSibling)).length;
    };

    const reveal = (text) => {
      const first = text.querySelector(".lit");
      if (!first) return;
      const top = first.getBoundingClientRect().top - text.getBoundingClientRect().top;
      const seen = top > 40 && top < text.clientHeight * 0.6;
      if (!seen) text.scrollTo({ top: text.scrollTop + top - text.clientHeight / 4, behavior: glide });
    };

    const toLine = (key) => {
      const line = story.querySelector(`.line[data-line="${key}"]`);
      if (!line) return;
      line.hidden = false;
      line.scrollIntoView({ block: "nearest", behavior: glide });
    };

    story.addEventListener("click", (event) => {
      const button = event.target.closest("[data-pick]");
      const piece = event.target.closest(".m");
      if (button) {
        const key = button.dataset.pick;
        const again = chosen.length === 1 && chosen[0] === key;
        choose(again ? [] : [key], null);
        if (!again && !wide()) toLine(key);
      } else if (piece && getSelection().isCollapsed) {
        const keys = piece.dataset.on.split(" ").filter((key) => !key.startsWith("e"));
        choose(keys.join() === chosen.join() ? [] : keys, piece);
        if (keys.length) toLine(keys[0]);
      }
    });

    for (const type of ["mouseover", "mouseout"]) {
      story.addEventListener(type, (event) => {
        const over = event.target.closest(".pick");
        if (!over) return;
        for (const piece of pieces.get(over.dataset.pick) || []) {
          piece.classList.toggle("warm", type === "mouseover");
        }
      });
    }

    // ---- filters
    const wanted = { standing: new Set(), kind: new Set() };
    const search = story.querySelector(".find input");
    const words = new Map(lines.map((line) => [line.dataset.line, line.textContent.toLowerCase()]));
    const filter = () => {
      const sought = search.value.trim().toLowerCase();
      for (const node of all(story, "[data-standing]")) {
        const fits = Object.entries(wanted).every(([name, set]) => !set.size || set.has(node.dataset[name]));
        node.hidden = !(fits && words.get(node.dataset.line).includes(sought));
      }
      const left = lines.filter((line) => !line.hidden).length;
      story.querySelector(".shown").textContent = `${left} of ${lines.length} lines`;
    };
    for (const button of all(story, "[data-filter]")) {
      button.addEventListener("click", () => {
        const set = wanted[button.dataset.filter];
        const on = !set.delete(button.dataset.value);
        if (on) set.add(button.dataset.value);
        button.setAttribute("aria-pressed", String(on));
        filter();
      });
    }
    search.addEventListener("input", filter);
    story.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());

    // ---- keys
    document.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const typing = event.target.matches("input");
      if (event.key === "Escape") {
        if (typing && search.value) {
          search.value = "";
          filter();
        }
        choose([], null);
        return;
      }
      if (typing || all(document, ".story").find(inSight) !== story) return;
      const onLine = event.target.closest(".line");
      const step = { j: 1, k: -1, ArrowDown: onLine ? 1 : 0, ArrowUp: onLine ? -1 : 0 }[event.key];
      if (step) {
        const open = lines.filter((line) => !line.hidden);
        const at = open.indexOf(onLine);
        const next = open[at < 0 ? 0 : Math.min(Math.max(at + step, 0), open.length - 1)];
        if (next) next.querySelector(".pick").focus();
        event.preventDefault();
      } else if (event.key === "/") {
        search.focus();
        event.preventDefault();
      }
    });

    const follow = () => {
      const line = lines.find((one) => `#${one.id}` === location.hash);
      if (line) choose([line.dataset.line], null);
    };
    addEventListener("hashchange", follow);
    follow();
  }

  // With several stories on the page, keys go to the one that is in sight.
  function inSight(story) {
    const box = story.getBoundingClientRect();
    return box.bottom > innerHeight / 3;
  }
})();
