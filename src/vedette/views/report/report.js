"use strict";
// Filters the events, opens values, and opens whatever a link points into. Without it the page is whole, only unfiltered.
(() => {
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const none = document.getElementById("none");
  const openAll = document.getElementById("open-all");
  const cards = [...document.querySelectorAll(".card")];
  const groups = [...document.querySelectorAll(".group")];
  const OPEN_LIMIT = 300; // more open values than this would stall a small machine
  const texts = new Map();

  const textOf = (card) => {
    if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
    return texts.get(card);
  };
  const ticked = (name) =>
    new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value));
  const isOn = (name, otherwise) => (form.elements[name] ? form.elements[name].checked : otherwise);

  const filter = () => {
    const types = ticked("type");
    const stances = ticked("stance");
    const disputed = isOn("disputed", false);
    const sureFrom = isOn("sure", false) ? Number(form.dataset.sureFrom) : 0;
    const background = isOn("background", true);
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const card of cards) {
      const data = card.dataset;
      const passes =
        types.has(data.type) &&
        stances.has(data.stance) &&
        Number(data.sure) >= sureFrom &&
        (background || !("background" in data)) &&
        (!disputed || "disputed" in data) &&
        words.every((word) => textOf(card).includes(word));
      card.hidden = !passes;
      count += passes;
    }
    for (const group of groups) {
      const left = group.querySelectorAll(".card:not([hidden])").length;
      group.hidden = left === 0;
      group.querySelector(".count").textContent = left;
    }
    none.hidden = count > 0 || cards.length === 0;
    shown.textContent =
      count === cards.length
        ? `${count} event${count === 1 ? "" : "s"}, in the order of time`
        : `${count} of ${cards.length} events`;
  };

  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden) form.reset(); // a link beats the filter
    for (let node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
    }
    target.scrollIntoView();
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, cards.length > 500 ? 200 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter, 0));
  openAll.addEventListener("click", () => {
    const values = cards.filter((card) => !card.hidden).flatMap((card) => [...card.querySelectorAll(".v")]);
    const open = values.some((value) => !value.open);
    for (const value of values.slice(0, open ? OPEN_LIMIT : values.length)) value.open = open;
    openAll.textContent = open ? "Close all values" : "Open all values";
  });
  window.addEventListener("hashchange", openTarget);
  form.hidden = cards.length === 0;
  filter(); // a browser may have kept the boxes of the last visit
  if (location.hash) openTarget();
})();
