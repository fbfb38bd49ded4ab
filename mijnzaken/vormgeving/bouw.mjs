/**
 * Builds the look: `npm run build` writes mijnzaken/vormgeving/gebouwd/ (not in git).
 *
 * One style sheet, in layers: plain elements, components of NL Design System, ours. Of the packages it takes only the rules whose
 * classes occur in a template, and only the tokens that something reads. Stops when the sheet is over its limit.
 */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { transform } from "lightningcss";
import { iconen } from "./iconen.mjs";
import { snoei } from "./snoeien.mjs";
import { benodigd, eigenschappen, rollen } from "./tokens.mjs";

const HIER = dirname(fileURLToPath(import.meta.url));
const WORTEL = resolve(HIER, "../..");
const PAKKETTEN = join(WORTEL, "node_modules");
const DOEL = join(HIER, "gebouwd");
const GRENS_KB = 35;

const PAKKETSTIJLEN = [
  ...["button", "data-badge", "heading", "link", "number-badge", "paragraph", "skip-link"].map(
    (naam) => `@nl-design-system-candidate/${naam}-css/dist/${naam}.css`,
  ),
  ...["checkbox", "radio-button", "select", "table", "textarea", "textbox"].map((naam) => `@utrecht/${naam}-css/dist/index.css`),
  ...["action", "card", "file", "process-steps", "side-navigation", "step-marker"].map((naam) => `@gemeente-denhaag/${naam}/dist/index.css`),
];
const EIGEN_STIJLEN = ["indeling", "kader", "knoppen", "panelen", "zaak", "tabel", "formulier", "druk"];

const lees = (...pad) => readFileSync(join(...pad), "utf8");

/** The text of templates, template tags and scripts: what the pages can hold. */
function paginabronnen() {
  return [
    ...readdirSync(join(WORTEL, "templates"), { recursive: true, withFileTypes: true }),
    ...readdirSync(join(WORTEL, "catalogus", "templatetags"), { withFileTypes: true }),
    ...readdirSync(join(HIER, "js"), { withFileTypes: true }),
  ]
    .filter((bestand) => /\.(html|py|js)$/.test(bestand.name))
    .map((bestand) => lees(bestand.parentPath ?? bestand.path, bestand.name));
}

function pakketstijl() {
  const bron = PAKKETSTIJLEN.map((pad) => lees(PAKKETTEN, pad)).join("\n");
  const klein = transform({ filename: "pakketten.css", code: Buffer.from(bron), minify: true }).code.toString();
  return snoei(klein, new Set(paginabronnen().flatMap((tekst) => tekst.match(/[\w-]+/g) ?? [])));
}

function stijlblad() {
  const elementen = lees(HIER, "css/elementen.css");
  const eigen = EIGEN_STIJLEN.map((naam) => lees(HIER, `css/${naam}.css`)).join("\n");
  const pakketten = pakketstijl();
  const dicht = lees(HIER, "dicht.tokens.css");
  const tokens = benodigd(`${pakketten} ${elementen} ${eigen} ${dicht}`, [
    eigenschappen(lees(PAKKETTEN, "@nl-design-system-unstable/voorbeeld-design-tokens/dist/variables.css")),
    eigenschappen(rollen()),
    eigenschappen(lees(HIER, "mz.tokens.css")),
    eigenschappen(lees(HIER, "gemeente.tokens.css")),
  ]);
  const geheel = `@layer basis, nlds, mz;
    ${letters()} ${tokens} ${dicht}
    @layer basis { ${elementen} }
    @layer nlds { ${pakketten} }
    @layer mz { ${eigen} }`;
  return transform({ filename: "mijnzaken.css", code: Buffer.from(geheel), minify: true }).code;
}

const SNEDEN = ["latin-400", "latin-600", "latin-700", "latin-ext-400", "latin-ext-600", "latin-ext-700"];

/** The @font-face rules of the packages, pointing to our copies; only woff2. */
function letters() {
  mkdirSync(join(DOEL, "letters"), { recursive: true });
  const bereiken = JSON.parse(lees(PAKKETTEN, "@fontsource/source-sans-3/unicode.json"));
  return SNEDEN.map((snede) => {
    const [, deel, gewicht] = snede.match(/^(.*)-(\d+)$/);
    const bestand = `source-sans-3-${snede}-normal.woff2`;
    cpSync(join(PAKKETTEN, "@fontsource/source-sans-3/files", bestand), join(DOEL, "letters", bestand));
    return `@font-face { font-family: "Source Sans 3"; font-weight: ${gewicht}; font-display: swap;
      src: url("letters/${bestand}") format("woff2"); unicode-range: ${bereiken[deel]}; }`;
  }).join("\n");
}

/** One file with the icons of the list and those that a template names. */
function sprite() {
  const genoemd = paginabronnen().flatMap((tekst) => [...tekst.matchAll(/\bicoon ["']([a-z0-9-]+)["']/g)].map(([, naam]) => naam));
  const symbolen = [...new Set([...iconen, ...genoemd])].map((naam) => {
    const bron = lees(PAKKETTEN, `@tabler/icons/icons/outline/${naam}.svg`);
    const inhoud = bron.match(/<svg[^>]*>([^]*)<\/svg>/)[1].replaceAll(/\s+/g, " ").trim();
    return `<symbol id="${naam}" viewBox="0 0 24 24">${inhoud}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbolen.join("")}</svg>`;
}

rmSync(DOEL, { recursive: true, force: true });
mkdirSync(DOEL, { recursive: true });
const css = stijlblad();
writeFileSync(join(DOEL, "mijnzaken.css"), css);
writeFileSync(join(DOEL, "iconen.svg"), sprite());
cpSync(join(HIER, "gemeente.logo.svg"), join(DOEL, "logo.svg"));
cpSync(join(HIER, "css/pijl.svg"), join(DOEL, "pijl.svg"));
await build({
  entryPoints: [join(HIER, "js/mijnzaken.js")],
  outfile: join(DOEL, "mijnzaken.js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "error",
});

const kB = (inhoud) => gzipSync(inhoud, { level: 9 }).length / 1000;
const gewicht = kB(css);
console.log(`vormgeving: css ${gewicht.toFixed(1)} kB, js ${kB(readFileSync(join(DOEL, "mijnzaken.js"))).toFixed(1)} kB over de lijn`);
if (gewicht > GRENS_KB) {
  console.error(`De stijl is ${gewicht.toFixed(1)} kB; de grens is ${GRENS_KB} kB.`);
  process.exitCode = 1;
}
