/**
 * data-toetsen on a table: j and k walk its rows, Enter opens one (the focus is on the row's first link). Only while the focus is in
 * the table or on the region around it: a letter alone may not act on a whole page (WCAG 2.1.4).
 */

/** @param {ParentNode} bereik */
export function start(bereik) {
  for (const tabel of bereik.querySelectorAll("table[data-toetsen]")) {
    if (tabel.dataset.luistert) continue;
    tabel.dataset.luistert = "ja";
    (tabel.closest("[role='region']") ?? tabel).addEventListener("keydown", (gebeurtenis) => loop(tabel, gebeurtenis));
  }
}

function loop(tabel, gebeurtenis) {
  const stap = { j: 1, k: -1 }[gebeurtenis.key];
  if (!stap || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey) return;
  if (gebeurtenis.target.closest("input, select, textarea, dialog, [contenteditable]")) return;
  const links = [...tabel.querySelectorAll("tbody tr")].map((rij) => rij.querySelector("a[href]")).filter(Boolean);
  const nu = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
  const volgende = nu < 0 ? 0 : Math.min(Math.max(nu + stap, 0), links.length - 1);
  links[volgende]?.focus();
}
