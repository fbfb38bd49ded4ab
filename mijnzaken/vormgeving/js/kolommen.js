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
  groep.append(Object.assign(document.createElement("legend"), { className: "mz-visueel-verborgen", textContent: engels ? "Which columns" : "Welke kolommen" }));
  const weg = verborgen(tabel);
  for (const kop of tabel.querySelectorAll("thead [data-kolom]")) groep.append(vinkje(tabel, kop, weg));
  details.append(groep);
  plek.append(details);
  sluitVanzelf(details);
}

function vinkje(tabel, kop, weg) {
  const naam = kop.dataset.kolom;
  const rij = Object.assign(document.createElement("div"), { className: "mz-optie" });
  const id = `${tabel.id}-kolom-${naam}`;
  const invoer = Object.assign(document.createElement("input"), { id, type: "checkbox", className: "utrecht-checkbox", checked: !weg.has(naam) });
  invoer.addEventListener("change", () => {
    if (invoer.checked) weg.delete(naam);
    else weg.add(naam);
    pasToe(tabel, weg);
    onthoud(tabel, weg);
  });
  rij.append(invoer, Object.assign(document.createElement("label"), { htmlFor: id, textContent: kop.textContent.trim() }));
  return rij;
}

function onthoud(tabel, weg) {
  try {
    localStorage.setItem(sleutel(tabel), JSON.stringify([...weg]));
  } catch {
    // Kept for this page only.
  }
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
