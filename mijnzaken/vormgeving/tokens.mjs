/**
 * Design tokens: our roles over the tokens of NL Design System, and of those only what the style sheet uses.
 *
 * A role (basis-color-GROUP-SUFFIX) is a step of a palette in light mode and another in dark mode; `light-dark()` keeps both
 * in one place, so that every component follows without a rule of its own.
 */

const ROLLEN = {
  default: "mz-grijs",
  disabled: "mz-grijs",
  "accent-1": "gemeente",
  "action-1": "gemeente",
  "action-2": "gemeente",
  selected: "gemeente",
  positive: "mz-groen",
  negative: "mz-rood",
  warning: "mz-oranje",
  info: "mz-blauw",
};

/** suffix: [step in light mode, step in dark mode, step in dark mode for grey] */
const TRAPPEN = {
  "bg-document": [0, 950, 950],
  "bg-subtle": [50, 950, 900],
  "bg-default": [100, 900, 850],
  "bg-hover": [100, 900, 800],
  "bg-active": [200, 800, 800],
  "border-subtle": [300, 700, 700],
  "border-default": [600, 400, 400],
  "border-hover": [700, 300, 300],
  "border-active": [800, 200, 200],
  "color-default": [700, 300, 100],
  "color-hover": [900, 200, 50],
  "color-active": [900, 200, 50],
  "color-subtle": [600, 300, 300],
  "color-document": [900, 100, 100],
  "inverse-bg-document": [700, 700, 700],
  "inverse-bg-subtle": [700, 700, 700],
  "inverse-bg-default": [600, 600, 600],
  "inverse-bg-hover": [800, 700, 700],
  "inverse-bg-active": [900, 800, 800],
  "inverse-border-subtle": [500, 500, 500],
  "inverse-border-default": [300, 300, 300],
  "inverse-border-hover": [200, 200, 200],
  "inverse-border-active": [200, 200, 200],
  "inverse-color-default": [0, 0, 0],
  "inverse-color-hover": [0, 0, 0],
  "inverse-color-active": [0, 0, 0],
  "inverse-color-subtle": [200, 200, 200],
  "inverse-color-document": [0, 0, 0],
};

/** The roles as declarations of :root. */
export function rollen() {
  const regels = [];
  for (const [groep, palet] of Object.entries(ROLLEN)) {
    for (const [achtervoegsel, [licht, donker, donkergrijs]] of Object.entries(TRAPPEN)) {
      const nacht = palet === "mz-grijs" ? donkergrijs : donker;
      const waarde = licht === nacht ? `var(--${palet}-${licht})` : `light-dark(var(--${palet}-${licht}), var(--${palet}-${nacht}))`;
      regels.push(`--basis-color-${groep}-${achtervoegsel}: ${waarde};`);
    }
  }
  return `:root { ${regels.join(" ")} }`;
}

/** Declarations of custom properties in a flat style sheet: name to value. */
export function eigenschappen(css) {
  const zonderCommentaar = css.replaceAll(/\/\*[^]*?\*\//g, "");
  return new Map([...zonderCommentaar.matchAll(/(--[\w-]+):\s*([^;}]+?)\s*[;}]/g)].map(([, naam, waarde]) => [naam, waarde]));
}

/** Names that a piece of CSS reads. */
const gelezen = (css) => [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, naam]) => naam);

/**
 * Out of token files, the later over the earlier, what `css` needs directly or through another token.
 * @param {string} css what the components and our own sheets say
 * @param {Map<string, string>[]} bronnen
 */
export function benodigd(css, bronnen) {
  const alle = new Map(bronnen.flatMap((bron) => [...bron]));
  const nodig = new Set();
  const tebekijken = gelezen(css);
  while (tebekijken.length) {
    const naam = tebekijken.pop();
    if (nodig.has(naam) || !alle.has(naam)) continue;
    nodig.add(naam);
    tebekijken.push(...gelezen(alle.get(naam)));
  }
  return `:root { ${[...nodig].sort().map((naam) => `${naam}: ${alle.get(naam)};`).join(" ")} }`;
}
