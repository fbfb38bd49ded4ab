/** A page that came back with errors starts at their summary; its links go to the field itself. */

/** @param {ParentNode} bereik */
export function start(bereik) {
  const samenvatting = bereik.querySelector("[data-fouten]");
  if (!samenvatting || samenvatting.dataset.gezien) return;
  samenvatting.dataset.gezien = "ja";
  samenvatting.focus();
  samenvatting.addEventListener("click", (gebeurtenis) => {
    const doel = document.getElementById(gebeurtenis.target.closest("a")?.hash.slice(1) ?? "");
    if (!doel) return;
    gebeurtenis.preventDefault();
    doel.scrollIntoView({ block: "center" });
    (doel.matches("fieldset") ? (doel.querySelector("input, select, textarea") ?? doel) : doel).focus({ preventScroll: true });
  });
}
