/** Upload while the form is filled: several files, dragged or chosen, with progress, each to be cancelled (onderdelen/bestanden.html). */

/** @param {ParentNode} bereik */
export function start(bereik) {
  for (const vak of bereik.querySelectorAll("[data-upload-url]")) {
    if (vak.dataset.gereed) continue;
    vak.dataset.gereed = "ja";
    const invoer = vak.querySelector("input[type='file']");
    invoer.addEventListener("change", () => {
      const gekozen = [...invoer.files];
      invoer.value = "";
      voegToe(vak, gekozen);
    });
    luisterNaarSlepen(vak);
    vak.closest("form")?.addEventListener("submit", (gebeurtenis) => wachtOpBestanden(vak, gebeurtenis), { capture: true });
    vak.addEventListener("click", (gebeurtenis) => verwijder(vak, gebeurtenis));
  }
}

function luisterNaarSlepen(vak) {
  const vlak = vak.querySelector(".mz-upload__vlak");
  const boven = (aan) => vlak.classList.toggle("mz-upload__vlak--boven", aan);
  for (const soort of ["dragenter", "dragover"]) {
    vlak.addEventListener(soort, (gebeurtenis) => {
      gebeurtenis.preventDefault();
      boven(true);
    });
  }
  vlak.addEventListener("dragleave", () => boven(false));
  vlak.addEventListener("drop", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    boven(false);
    voegToe(vak, [...gebeurtenis.dataTransfer.files]);
  });
}

/** A form that is sent while a file is under way waits for it, and then goes by itself. */
function wachtOpBestanden(vak, gebeurtenis) {
  if (!onderweg(vak)) return;
  gebeurtenis.preventDefault();
  gebeurtenis.stopImmediatePropagation();
  vak.verzender = { formulier: gebeurtenis.currentTarget, knop: gebeurtenis.submitter };
  meld(vak, vak.dataset.tekstBezig ?? "…");
}

const onderweg = (vak) => vak.querySelectorAll(".mz-upload__lijst progress").length;

function verstuurAlsnog(vak) {
  if (!vak.verzender || onderweg(vak)) return;
  const { formulier, knop } = vak.verzender;
  vak.verzender = null;
  // A file that failed is seen first: the visitor decides whether the form goes without it.
  if (!vak.querySelector(".mz-upload__lijst .mz-veld__fout")) formulier.requestSubmit(knop ?? undefined);
}

/** One after the other: a slow line carries one file better than five. */
async function voegToe(vak, bestanden) {
  const rijen = bestanden.map((bestand) => [bestand, maakRij(vak, bestand)]);
  for (const [bestand, rij] of rijen) {
    if (vak.dataset.maximum && bestand.size > Number(vak.dataset.maximum)) toonFout(vak, rij, vak.dataset.tekstGroot);
    else if (rij.isConnected) await verstuur(vak, bestand, rij);
  }
  verstuurAlsnog(vak);
}

function maakRij(vak, bestand) {
  const rij = document.createElement("li");
  const naam = Object.assign(document.createElement("span"), { className: "mz-upload__naam", textContent: bestand.name });
  const voortgang = Object.assign(document.createElement("progress"), { max: 100, value: 0 });
  voortgang.setAttribute("aria-label", bestand.name);
  const weg = Object.assign(document.createElement("button"), { type: "button", className: "mz-knop-kaal" });
  weg.append(vak.dataset.tekstWeg);
  weg.append(Object.assign(document.createElement("span"), { className: "mz-visueel-verborgen", textContent: ` ${bestand.name}` }));
  rij.append(icoon(vak), naam, weg, voortgang);
  vak.querySelector(".mz-upload__lijst").append(rij);
  return rij;
}

/** The icon of the files that were there already, or of the page. */
function icoon(vak) {
  const voorbeeld = vak.querySelector(".mz-upload__lijst .mz-icoon") ?? document.querySelector(".mz-icoon");
  const svg = voorbeeld ? voorbeeld.cloneNode(true) : document.createElement("span");
  const gebruik = svg.querySelector("use");
  gebruik?.setAttribute("href", gebruik.getAttribute("href").replace(/#.*/, "#file-text"));
  return svg;
}

function verstuur(vak, bestand, rij) {
  const formulier = vak.closest("form");
  const verzoek = new XMLHttpRequest(); // fetch tells nothing of the progress of what is sent
  const lading = new FormData();
  lading.append("bestand", bestand);
  lading.append("naam", vak.dataset.naam);
  for (const naam of ["csrfmiddlewaretoken", "_wie"]) {
    const veld = formulier?.elements[naam] ?? document.querySelector(`input[name="${naam}"]`);
    if (veld) lading.append(naam, veld.value);
  }
  rij.verzoek = verzoek;
  verzoek.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
    if (lengthComputable) rij.querySelector("progress").value = (100 * loaded) / total;
  });
  return new Promise((klaar) => {
    verzoek.addEventListener("loadend", () => {
      ontvang(vak, rij, verzoek);
      klaar();
    });
    verzoek.open("POST", vak.dataset.uploadUrl);
    verzoek.setRequestHeader("Accept", "application/json");
    verzoek.setRequestHeader("X-Requested-With", "fetch");
    verzoek.send(lading);
  });
}

function ontvang(vak, rij, verzoek) {
  if (!rij.isConnected) return;
  let antwoord = {};
  try {
    antwoord = JSON.parse(verzoek.responseText);
  } catch {
    antwoord = {};
  }
  if (verzoek.status < 200 || verzoek.status > 299 || !antwoord.uuid) {
    toonFout(vak, rij, antwoord.fout ?? vak.dataset.tekstFout);
    return;
  }
  rij.querySelector("progress").remove();
  rij.dataset.uuid = antwoord.uuid;
  rij.append(Object.assign(document.createElement("input"), { type: "hidden", name: vak.dataset.naam, value: antwoord.uuid }));
  meld(vak, `${rij.querySelector(".mz-upload__naam").textContent}: ${vak.dataset.tekstKlaar}`);
  vak.dispatchEvent(new Event("change", { bubbles: true }));
}

function toonFout(vak, rij, tekst) {
  rij.querySelector("progress")?.remove();
  const fout = Object.assign(document.createElement("span"), { className: "mz-veld__fout", textContent: tekst });
  rij.append(fout);
  meld(vak, `${rij.querySelector(".mz-upload__naam").textContent}: ${tekst}`);
}

/** Take a file away, also one that is under way; what arrived is taken away at the server too, when the form gives an address. */
async function verwijder(vak, gebeurtenis) {
  const rij = gebeurtenis.target.closest("button")?.closest(".mz-upload__lijst > li");
  if (!rij) return;
  gebeurtenis.preventDefault();
  rij.verzoek?.abort();
  if (rij.dataset.uuid && vak.dataset.verwijderUrl) await neemWeg(vak, rij.dataset.uuid);
  rij.remove();
  vak.querySelector("input[type='file']").focus();
  vak.dispatchEvent(new Event("change", { bubbles: true }));
}

function neemWeg(vak, uuid) {
  const lading = new URLSearchParams({ bestand: uuid });
  for (const naam of ["csrfmiddlewaretoken", "_wie"]) {
    const veld = vak.closest("form")?.elements[naam];
    if (veld) lading.append(naam, veld.value);
  }
  return fetch(vak.dataset.verwijderUrl, { method: "POST", body: lading, headers: { "X-Requested-With": "fetch", Accept: "application/json" } }).catch(() => null);
}

function meld(vak, tekst) {
  const regel = vak.querySelector("[data-bestandstand]");
  if (regel) regel.textContent = tekst;
}
