// HTML of words: whatever is put into it stays words, unless it is HTML made here.

/** A piece of HTML. Only `html` makes one of anything but fixed words of ours. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Part = string | number | Markup | null | readonly Part[];

/** What stands in the gaps is words, in elements as in attributes between double quotes; null is nothing. */
export function html(ours: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(ours.map((text, index) => text + written(parts[index] ?? null)).join(""));
}

function written(part: Part): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.toString();
  return Array.isArray(part) ? part.map(written).join("") : escaped(String(part));
}

const SIGNS: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
  ...{ "\r": "&#13;", "\0": "\ufffd" },
};

const escaped = (words: string): string =>
  words.replace(/[&<>"'\r\0]/g, (sign) => SIGNS[sign] ?? sign);
