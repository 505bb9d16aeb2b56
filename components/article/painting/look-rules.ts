// The style rules of the look that is on. Each costs every element of the page a little, so those of
// the other looks stay out of it.

import type { Look } from "./look.ts";
import { rulesOf } from "./stroke-rules.ts";

export class LookRules {
  readonly #sheet = new CSSStyleSheet();
  #look: Look | null = null;
  #rules = "";

  constructor() {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  /** Brings the rules of a look into the page, in the place of those of the last one. */
  adopt(look: Look): void {
    if (look === this.#look) return;
    this.#look = look;
    const rules = writtenOut(rulesOf(look.strokes()));
    if (rules !== this.#rules) this.#sheet.replaceSync(rules);
    this.#rules = rules;
  }

  release(): void {
    const others = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    document.adoptedStyleSheets = others;
  }
}

/** Rules with the page's tokens written out: those that name a custom property cost forty times as much. */
function writtenOut(rules: string): string {
  const page = getComputedStyle(document.documentElement);
  return rules.replace(/var\((--[\w-]+)\)/g, (_, token: string) => page.getPropertyValue(token));
}
