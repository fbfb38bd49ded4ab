/**
 * No lost word. `start` puts back what somebody typed before the session ended (the server gives it as JSON in the
 * page); `bewaar` hands the server what stands in the open forms when the session ends. Nothing is sent by itself.
 */

function vul(veld, waarden) {
  if (veld.type === "checkbox" || veld.type === "radio") veld.checked = waarden.includes(veld.value || "on");
  else if (veld.tagName === "SELECT" && veld.multiple) {
    for (const keuze of veld.options) keuze.selected = waarden.includes(keuze.value);
  } else if (veld.type !== "file" && veld.type !== "hidden" && waarden.length) veld.value = waarden.shift();
  veld.dispatchEvent(new Event("input", { bubbles: true }));
  veld.dispatchEvent(new Event("change", { bubbles: true }));
}

const pad = (formulier) => new URL(formulier.action, window.location.href).pathname;

/** The form that was sent to the same address; else (a draft that saves itself elsewhere) those with the same fields. */
function formulieren(actie, velden) {
  const alle = [...document.querySelectorAll("main form[method=post]")];
  const zelfde = alle.filter((formulier) => pad(formulier) === actie);
  if (zelfde.length) return zelfde;
  return alle.filter((formulier) => [...formulier.elements].some((veld) => veld.type !== "hidden" && veld.name in velden));
}

export function start(wortel) {
  const bron = wortel.querySelector("#herstel");
  if (!bron) return;
  const { actie, velden } = JSON.parse(bron.textContent);
  for (const formulier of formulieren(actie, velden)) {
    const over = Object.fromEntries(Object.entries(velden).map(([naam, waarden]) => [naam, [...waarden]]));
    for (const veld of formulier.elements) {
      if (!veld.name || veld.tagName === "BUTTON") continue;
      if (veld.name in over) vul(veld, over[veld.name]);
      else if (veld.type === "checkbox") vul(veld, []);
    }
  }
  bron.remove();
}

/** Hand over every form in which something was typed. Resolves when the server has it. */
export function bewaar(adres) {
  const anders = (veld) =>
    veld.type === "checkbox" || veld.type === "radio" ? veld.checked !== veld.defaultChecked
    : veld.tagName === "SELECT" ? [...veld.options].some((keuze) => keuze.selected !== keuze.defaultSelected)
    : veld.type !== "hidden" && "defaultValue" in veld && veld.value !== veld.defaultValue;
  const formulieren = [...document.querySelectorAll("main form[method=post]")];
  return Promise.allSettled(
    formulieren
      .filter((formulier) => [...formulier.elements].some(anders))
      .map((formulier) => {
        const inhoud = new FormData(formulier);
        for (const [naam, waarde] of [...inhoud]) if (waarde instanceof File) inhoud.delete(naam);
        return fetch(adres, { method: "POST", body: inhoud, headers: { "X-Actie": pad(formulier) } });
      }),
  );
}
