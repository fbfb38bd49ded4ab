/** What the pages do by themselves. Everything works without it; each part looks for its own data attribute. */
import * as bestanden from "./bestanden.js";
import * as bevestigen from "./bevestigen.js";
import * as bewaren from "./bewaren.js";
import * as eenmaal from "./eenmaal.js";
import * as fouten from "./fouten.js";
import * as herstel from "./herstel.js";
import * as kolommen from "./kolommen.js";
import * as sessie from "./sessie.js";
import * as toetsen from "./toetsen.js";
import * as voorwaarden from "./voorwaarden.js";

const DELEN = [herstel, fouten, voorwaarden, bestanden, bewaren, kolommen, toetsen, bevestigen, eenmaal];

/** @param {ParentNode} bereik the page, or what htmx brought */
function start(bereik) {
  for (const element of bereik.querySelectorAll("[data-alleen-script]")) element.hidden = false;
  for (const deel of DELEN) deel.start(bereik);
}

document.documentElement.classList.add("mz-js");
start(document);
sessie.start();
document.addEventListener("htmx:load", (gebeurtenis) => {
  if (gebeurtenis.target !== document.body) start(gebeurtenis.target.parentElement ?? gebeurtenis.target);
});
