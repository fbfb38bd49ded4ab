/**
 * The session ends after some minutes without activity: a dialog asks beforehand, one click extends it (onderdelen/sessiemelding.html).
 * Another tab may have kept the session alive, so the server is asked before the dialog opens; asking is no activity.
 */

import { bewaar } from "./herstel.js";

const VOORAF = 120; // seconds before the end at which the dialog opens

export function start() {
  const dialoog = document.getElementById("sessiemelding");
  if (dialoog) new Wacht(dialoog);
}

class Wacht {
  constructor(dialoog) {
    this.dialoog = dialoog;
    this.klok = dialoog.querySelector("[data-sessie-klok]");
    const { sessieOver, sessieMinuten } = dialoog.dataset;
    this.zet(Number(sessieOver) || Number(sessieMinuten) * 60);
    setInterval(() => this.tik(), 1000);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.peil());
    dialoog.querySelector("form[action]").addEventListener("submit", (gebeurtenis) => this.verleng(gebeurtenis));
    dialoog.addEventListener("cancel", (gebeurtenis) => gebeurtenis.preventDefault());
  }

  zet(seconden) {
    this.einde = Date.now() + seconden * 1000;
  }

  get over() {
    return Math.max(0, Math.round((this.einde - Date.now()) / 1000));
  }

  async tik() {
    if (this.verlopen) return;
    if (this.over > VOORAF) return;
    if (!this.dialoog.open) {
      if (this.peilt) return;
      await this.peil();
      if (this.over > VOORAF) return;
      if (!this.dialoog.open) this.dialoog.showModal();
    }
    this.toonKlok();
    if (this.over === 0) this.sluitAf();
  }

  toonKlok() {
    const minuten = Math.ceil(this.over / 60);
    const tekst = this.over < 60 ? `0:${String(this.over).padStart(2, "0")}` : String(minuten);
    const zin = this.klok.dataset.tekst.replace("{tijd}", tekst);
    // A screen reader hears the minutes, and the last one every fifteen seconds.
    if (this.over % 15 === 0 || this.klok.textContent === "") this.klok.textContent = zin;
  }

  async peil() {
    if (!this.dialoog.dataset.sessiePeil || this.peilt) return;
    this.peilt = true;
    try {
      const antwoord = await fetch(this.dialoog.dataset.sessiePeil, { headers: { "X-Peiling": "1", Accept: "application/json" } });
      if (antwoord.ok) this.zet((await antwoord.json()).seconden);
      if (this.over > VOORAF && this.dialoog.open) this.dialoog.close();
      if (this.over === 0) this.sluitAf();
    } catch {
      // Offline: the clock of this page goes on.
    } finally {
      this.peilt = false;
    }
  }

  async verleng(gebeurtenis) {
    gebeurtenis.preventDefault();
    gebeurtenis.stopImmediatePropagation();
    const formulier = gebeurtenis.currentTarget;
    const antwoord = await fetch(formulier.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(formulier)),
      headers: { Accept: "application/json", "X-Requested-With": "fetch" },
    }).catch(() => null);
    const seconden = antwoord?.ok ? (await antwoord.json()).seconden : 0;
    if (!seconden) return this.sluitAf();
    this.zet(seconden);
    this.klok.textContent = "";
    this.dialoog.close();
  }

  /** The session ended: what was typed goes to the server, which keeps it for the same person; then the page says so. */
  async sluitAf() {
    if (this.verlopen) return;
    this.verlopen = true;
    await bewaar(this.dialoog.dataset.sessieBewaar ?? "/sessie/bewaren/");
    this.dialoog.querySelector("form[action]").hidden = true;
    const melding = this.dialoog.querySelector("[data-sessie-verlopen]");
    melding.hidden = false;
    const kop = melding.querySelector("h2");
    kop.id ||= "sessie-verlopen-kop";
    this.dialoog.setAttribute("aria-labelledby", kop.id);
    if (!this.dialoog.open) this.dialoog.showModal();
    melding.querySelector("a")?.focus();
  }
}
