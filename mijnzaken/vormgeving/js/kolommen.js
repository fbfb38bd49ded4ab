/** data-kolommen=NAME on a table, data-kolom on its cells: the reader chooses the columns, and they stay (in this browser). */

/** @param {ParentNode} bereik */
export function start(bereik) {
  for (const plek of bereik.querySelectorAll("[data-kolomkiezer]")) {
    const tabel = document.getElementById(plek.dataset.kolomkiezer);
    if (!tabel || plek.childElementCount) continue;
    bouw(plek, tabel);
  }
  for (const tabel of bereik.querySelectorAll("table[data-kolommen]")) pasToe(tabel, verborgen(tabel));
}

const sleutel = (tabel) => `kolommen-${tabel.dataset.kolommen}`;

/** The columns that the reader hid; nothing where the browser keeps nothing. */
function verborgen(tabel) {
  try {
    return new Set(JSON.parse(localStorage.getItem(sleutel(tabel)) ?? "[]"));
  } catch {
    return new Set();
  }
}

function pasToe(tabel, weg) {
  for (const cel of tabel.querySelectorAll("[data-kolom]")) cel.hidden = weg.has(cel.dataset.kolom);
}

function bouw(plek, tabel) {
  const engels = document.documentElement.lang.startsWith("en");
  const details = Object.assign(document.createElement("details"), { className: "mz-kolomkeuze" });
  details.append(Object.assign(document.createElement("summary"), { textContent: engels ? "Columns" : "Kolommen" }));
  const groep = Object.assign(document.createElement("fieldset"), { className: "mz-kolomkeuze__lijst" });
  groep.append(Object.assign(document.createElement("legend"), { className: "mz-verborgen", textContent: engels ? "Which columns" : "Welke kolommen" }));
  const weg = verborgen(tabel);
  for (const kop of tabel.querySelectorAll("thead [data-kolom]")) groep.append(vinkje(tabel, kop, weg));
  details.append(groep);
  plek.append(details);
  sluitVanzelf(details);
}

function vinkje(tabel, kop, weg) {
  const label = Object.assign(document.createElement("label"), { className: "mz-keuze" });
  const invoer = Object.assign(document.createElement("input"), { type: "checkbox", className: "utrecht-checkbox", checked: !weg.has(kop.dataset.kolom) });
  invoer.addEventListener("change", () => {
    if (invoer.checked) weg.delete(kop.dataset.kolom);
    else weg.add(kop.dataset.kolom);
    pasToe(tabel, weg);
    try {
      localStorage.setItem(sleutel(tabel), JSON.stringify([...weg]));
    } catch {
      // Kept for this page only.
    }
  });
  label.append(invoer, Object.assign(document.createElement("span"), { textContent: kop.textContent.trim() }));
  return label;
}

function sluitVanzelf(details) {
  document.addEventListener("click", (gebeurtenis) => {
    if (!details.contains(gebeurtenis.target)) details.open = false;
  });
  details.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key !== "Escape") return;
    details.open = false;
    details.querySelector("summary").focus();
  });
}
