/**
 * Takes out of the style sheets of packages what no template uses: a rule stays only for those of its selectors whose package
 * classes all occur somewhere. Works on minified CSS, where a rule is `selectors{declarations}` and at-rules hold rules.
 */

const PAKKETKLASSE = /\.((?:nl|utrecht|denhaag)-[\w-]+)/g;

/** Split at a sign that does not stand between brackets. */
function splits(tekst, teken) {
  const delen = [];
  let diepte = 0;
  let begin = 0;
  for (let plek = 0; plek < tekst.length; plek += 1) {
    if ("([".includes(tekst[plek])) diepte += 1;
    else if (")]".includes(tekst[plek])) diepte -= 1;
    else if (tekst[plek] === teken && diepte === 0) {
      delen.push(tekst.slice(begin, plek));
      begin = plek + 1;
    }
  }
  return [...delen, tekst.slice(begin)];
}

/** The pieces of a block: [before the brace, between the braces]; a statement without braces has null. */
function* stukken(css) {
  let begin = 0;
  for (let plek = 0; plek < css.length; plek += 1) {
    if (css[plek] === ";") {
      yield [css.slice(begin, plek + 1), null];
      begin = plek + 1;
    } else if (css[plek] === "{") {
      const einde = sluithaak(css, plek);
      yield [css.slice(begin, plek), css.slice(plek + 1, einde)];
      plek = einde;
      begin = einde + 1;
    }
  }
}

function sluithaak(css, open) {
  let diepte = 0;
  for (let plek = open; plek < css.length; plek += 1) {
    if (css[plek] === "{") diepte += 1;
    if (css[plek] === "}" && (diepte -= 1) === 0) return plek;
  }
  throw new Error("een accolade die niet sluit in een stijlblad van een pakket");
}

/** @param {string} css minified  @param {Set<string>} woorden every word of templates and scripts */
export function snoei(css, woorden) {
  let over = "";
  for (const [kop, inhoud] of stukken(css)) {
    if (inhoud === null) over += kop;
    else if (/^@(media|supports|container|layer)\b/.test(kop)) {
      const binnen = snoei(inhoud, woorden);
      if (binnen) over += `${kop}{${binnen}}`;
    } else if (kop.startsWith("@")) over += `${kop}{${inhoud}}`;
    else {
      const selectors = splits(kop, ",").filter((selector) => gebruikt(selector, woorden));
      if (selectors.length) over += `${selectors.join(",")}{${inhoud}}`;
    }
  }
  return over;
}

function gebruikt(selector, woorden) {
  const zonderNiet = selector.replaceAll(/:not\([^()]*(?:\([^()]*\)[^()]*)*\)/g, "");
  return [...zonderNiet.matchAll(PAKKETKLASSE)].every(([, naam]) => woorden.has(naam));
}
