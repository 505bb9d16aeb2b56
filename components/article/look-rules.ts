// The style rules of the look that is on. Each rule costs every element of the page a little, so the
// others stay out of it.

import type { Look } from "./look.ts";
import type { Strokes } from "./strokes.ts";

export class LookRules {
  readonly #sheets = new Map<Look["id"], CSSStyleSheet>();
  #adopted: CSSStyleSheet | null = null;

  /** Brings the rules of a look into the page, and takes those of the last one out. */
  adopt(look: Look): void {
    const sheet = this.#sheetOf(look);
    if (sheet === this.#adopted) return;
    this.release();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    this.#adopted = sheet;
  }

  release(): void {
    const others = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#adopted);
    document.adoptedStyleSheets = others;
    this.#adopted = null;
  }

  #sheetOf({ id, strokes }: Look): CSSStyleSheet {
    const known = this.#sheets.get(id);
    if (known) return known;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rulesOf(strokes()));
    this.#sheets.set(id, sheet);
    return sheet;
  }
}

function rulesOf(strokes: Strokes): string {
  const names = strokes.map(([name]) => `::highlight(${name})`).join();
  // where the system sets the colours, lines alone tell what is marked
  const forced = `${names} { background-color: transparent; text-decoration-color: CanvasText; }`;
  return names === ""
    ? ""
    : `${strokes.map(ruleOf).join("\n")}\n@media (forced-colors: active) { ${forced} }`;
}

function ruleOf([name, stroke]: Strokes[number]): string {
  const { backgroundColor, textDecoration, textUnderlineOffset } = stroke;
  return `::highlight(${name}) { background-color: ${backgroundColor}; text-decoration: ${textDecoration}; text-underline-offset: ${textUnderlineOffset}; }`;
}
