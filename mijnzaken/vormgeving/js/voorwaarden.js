/**
 * data-toon-als='{"gegeven": "soort", "is": "koop"}': a field that is there only while a condition holds.
 * The conditions are those of the catalogue (Gegeven.toon_als). What is hidden is disabled, so it is not sent; the server decides anyway.
 */

/** @param {ParentNode} bereik */
export function start(bereik) {
  const formulieren = new Set([...bereik.querySelectorAll("[data-toon-als]")].map((element) => element.closest("form")));
  for (const formulier of formulieren) {
    if (!formulier) continue;
    werkBij(formulier);
    if (formulier.dataset.voorwaarden) continue;
    formulier.dataset.voorwaarden = "ja";
    formulier.addEventListener("input", () => werkBij(formulier));
    formulier.addEventListener("change", () => werkBij(formulier));
  }
}

function werkBij(formulier) {
  // A field that appears can make another appear: until nothing changes, with an end for conditions that chase each other.
  for (let ronde = 0; ronde < 10; ronde += 1) {
    const gewijzigd = [...formulier.querySelectorAll("[data-toon-als]")].filter((element) => toonOfVerberg(formulier, element));
    if (gewijzigd.length === 0) return;
  }
}

function toonOfVerberg(formulier, element) {
  const toon = !element.dataset.toonAls || geldt(JSON.parse(element.dataset.toonAls), formulier);
  if (element.hidden === !toon && element.dataset.getoond === String(toon)) return false;
  element.hidden = !toon;
  element.dataset.getoond = String(toon);
  for (const invoer of element.querySelectorAll("input, select, textarea, button")) invoer.disabled = !toon;
  return true;
}

/** Does a condition hold for what the form now says? */
export function geldt(regel, formulier) {
  if (regel.alle ?? regel.en) return (regel.alle ?? regel.en).every((deel) => geldt(deel, formulier));
  if (regel.een ?? regel.of) return (regel.een ?? regel.of).some((deel) => geldt(deel, formulier));
  if (regel.niet) return !geldt(regel.niet, formulier);
  if (!regel.gegeven) return true;
  const waarden = waardenVan(formulier, regel.gegeven);
  const getal = Number((waarden[0] ?? "").replace(",", "."));
  if ("is" in regel) return waarden.includes(woord(regel.is));
  if ("bevat" in regel) return waarden.includes(woord(regel.bevat));
  const lijst = regel.een_van ?? regel.in;
  if (lijst) return lijst.some((waarde) => waarden.includes(woord(waarde)));
  if ("meer_dan" in regel) return waarden.length > 0 && getal > regel.meer_dan;
  if ("minder_dan" in regel) return waarden.length > 0 && getal < regel.minder_dan;
  if ("ingevuld" in regel) return waarden.length > 0 === Boolean(regel.ingevuld);
  if ("leeg" in regel) return (waarden.length === 0) === Boolean(regel.leeg);
  return true;
}

/** What the form says of a gegeven; a hidden field says nothing. */
function waardenVan(formulier, naam) {
  return [...formulier.elements]
    .filter((invoer) => (invoer.name === naam || invoer.name.endsWith(`-${naam}`)) && !invoer.disabled)
    .filter((invoer) => !["checkbox", "radio"].includes(invoer.type) || invoer.checked)
    .map((invoer) => (invoer.type === "checkbox" && invoer.value === "on" ? "ja" : woord(invoer.value)))
    .filter((waarde) => waarde !== "");
}

/** yes and no are written in several ways */
function woord(waarde) {
  const tekst = String(waarde).trim();
  return { true: "ja", false: "nee" }[tekst.toLowerCase()] ?? tekst;
}
