/** data-bewaar-url on a form: what is typed is kept as a draft by itself, and the page says when. */

const RUST = 1200; // ms after the last key
const LANGST = 60_000; // ms between attempts that fail

/** @param {ParentNode} bereik */
export function start(bereik) {
  for (const formulier of bereik.querySelectorAll("form[data-bewaar-url]")) {
    if (formulier.bewaarder) continue;
    formulier.bewaarder = new Bewaarder(formulier);
  }
}

class Bewaarder {
  constructor(formulier) {
    this.formulier = formulier;
    this.regel = formulier.querySelector("[data-bewaard]");
    this.wekker = 0;
    this.wacht = RUST;
    this.vuil = false;
    this.bezig = false;
    formulier.addEventListener("input", () => this.later(RUST));
    formulier.addEventListener("change", () => this.later(0));
    formulier.addEventListener("submit", () => this.stop());
    addEventListener("pagehide", () => this.vuil && this.stuur({ keepalive: true }));
    addEventListener("online", () => this.vuil && this.later(0));
  }

  later(ms) {
    this.vuil = true;
    clearTimeout(this.wekker);
    this.wekker = setTimeout(() => this.bewaar(), ms);
  }

  stop() {
    clearTimeout(this.wekker);
    this.vuil = false;
  }

  async bewaar() {
    if (this.bezig) return this.later(RUST);
    this.bezig = true;
    this.vuil = false;
    this.zeg(this.regel?.dataset.bezig);
    try {
      const antwoord = await this.stuur({});
      if (!antwoord.ok || antwoord.redirected) throw new Error(String(antwoord.status));
      this.wacht = RUST;
      const tijd = new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
      this.zeg(this.regel?.dataset.klaar?.replace("{tijd}", tijd));
    } catch {
      this.zeg(this.regel?.dataset.fout, true);
      this.wacht = Math.min(this.wacht * 2, LANGST);
      this.later(this.wacht);
    } finally {
      this.bezig = false;
    }
  }

  /** The form without its files: those go by themselves, see bestanden.js. */
  stuur(opties) {
    const gegevens = new FormData(this.formulier);
    for (const [naam, waarde] of [...gegevens]) if (waarde instanceof File) gegevens.delete(naam);
    return fetch(this.formulier.dataset.bewaarUrl, {
      method: "POST",
      body: new URLSearchParams(gegevens),
      headers: { "X-Requested-With": "fetch", Accept: "application/json" },
      credentials: "same-origin",
      ...opties,
    });
  }

  zeg(tekst, fout = false) {
    if (!this.regel || !tekst) return;
    this.regel.textContent = tekst;
    this.regel.classList.toggle("mz-bewaard--fout", fout);
  }
}
