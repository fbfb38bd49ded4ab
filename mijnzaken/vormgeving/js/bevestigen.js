/** data-bevestig="Question?" on a form or on its button: the page's dialog asks before the form goes. */

/** @param {ParentNode} bereik */
export function start(bereik) {
  for (const formulier of bereik.querySelectorAll("form:has([data-bevestig]), form[data-bevestig]")) {
    if (formulier.dataset.vraagt) continue;
    formulier.dataset.vraagt = "ja";
    formulier.addEventListener("submit", vraag, { capture: true });
  }
}

function vraag(gebeurtenis) {
  const formulier = gebeurtenis.currentTarget;
  const knop = gebeurtenis.submitter;
  const bron = knop?.dataset.bevestig ? knop : formulier;
  const dialoog = document.getElementById("bevestiging");
  if (!bron.dataset.bevestig || !dialoog || formulier.dataset.bevestigd) {
    delete formulier.dataset.bevestigd;
    return;
  }
  gebeurtenis.preventDefault();
  gebeurtenis.stopImmediatePropagation();
  vul(dialoog, bron.dataset);
  dialoog.returnValue = "";
  dialoog.addEventListener("close", () => {
    if (dialoog.returnValue !== "ja") return;
    formulier.dataset.bevestigd = "ja";
    formulier.requestSubmit(knop ?? undefined);
  }, { once: true });
  dialoog.showModal();
}

function vul(dialoog, { bevestig, bevestigUitleg, bevestigKnop }) {
  dialoog.querySelector("#bevestiging-vraag").textContent = bevestig;
  const uitleg = dialoog.querySelector("[data-bevestig-uitleg]");
  uitleg.textContent = bevestigUitleg ?? "";
  uitleg.hidden = !bevestigUitleg;
  const ja = dialoog.querySelector("[data-bevestig-ja]");
  ja.dataset.gewoon ??= ja.textContent;
  ja.textContent = bevestigKnop ?? ja.dataset.gewoon;
}
