/** A form is sent once: a second click on its button, or Enter again, does nothing until an answer came. */

/** @param {ParentNode} bereik */
export function start(bereik) {
  for (const formulier of bereik.querySelectorAll("form[method='post' i]")) {
    if (formulier.dataset.bewaakt) continue;
    formulier.dataset.bewaakt = "ja";
    formulier.addEventListener("submit", bewaak);
  }
}

function bewaak(gebeurtenis) {
  if (gebeurtenis.defaultPrevented) return;
  const formulier = gebeurtenis.currentTarget;
  if (formulier.dataset.bezig) {
    gebeurtenis.preventDefault();
    gebeurtenis.stopImmediatePropagation();
    return;
  }
  formulier.dataset.bezig = "ja";
  gebeurtenis.submitter?.setAttribute("aria-disabled", "true");
}

function laatLos(formulier) {
  delete formulier.dataset.bezig;
  for (const knop of formulier.querySelectorAll("[aria-disabled='true']")) knop.removeAttribute("aria-disabled");
}

// Back from another page, or after an answer of htmx, the form can be sent again.
addEventListener("pageshow", () => document.querySelectorAll("form[data-bezig]").forEach(laatLos));
document.addEventListener("htmx:afterRequest", (gebeurtenis) => {
  const formulier = gebeurtenis.target.closest?.("form[data-bezig]");
  if (formulier) laatLos(formulier);
});
