// Words as Markdown that says exactly them, and nothing of which it could take for its own signs.

/** Signs that mean something wherever they stand. */
const SIGNS = /[\\`*_{}[\]<>#|~&$^!]/g;

/** What means something only at the beginning of a line: lists and underlines of headings. */
const AT_FIRST = /^(?:[-+=:]|\d+(?=[.)]))/;

/** How lines are parted inside a paragraph, and where there is only one line: in headings and tables. */
export const BREAK = "\\\n";
export const BREAK_IN_LINE = "<br>";

/** Words inside a line. */
export function escaped(words: string): string {
  return words.replace(SIGNS, "\\$&").replace(/[\r\u2028\u2029]/g, " ");
}

/** Lines that begin and end as nothing but words; an empty last one stays a line. */
export function asLines(lines: readonly string[], lineBreak: string): string {
  const kept = lines.map((line) =>
    line.replace(/^[ \t]+|[ \t]+$/g, spelled).replace(AT_FIRST, masked),
  );
  const last = kept.at(-1) === "" && kept.length > 1 ? BREAK_IN_LINE : "";
  return last === "" ? kept.join(lineBreak) : kept.slice(0, -1).join(lineBreak) + last;
}

/** Words of one's own, with their lines. */
export function plain(words: string, lineBreak: string = BREAK): string {
  return asLines(
    words
      .trim()
      .split(/\r\n?|\n/)
      .map(escaped),
    lineBreak,
  );
}

/** A link, or the address of an image. */
export function addressed(label: string, address: string): string {
  const safe = address.replace(/[<>\\|\s]/g, encodeURIComponent).replaceAll("&", "&amp;");
  return `[${label}](<${safe}>)`;
}

/** Words between signs of emphasis; between tags where Markdown would not see the signs. */
export function emphasised(words: string, type: "bold" | "italic", before: string): string {
  const [, blank = "", core = "", rest = ""] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  if (core === "") return words;
  const [sign, tag] = type === "bold" ? ["**", "strong"] : ["*", "em"];
  const ends = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(core) && !(before + blank).endsWith("*");
  return blank + (ends ? sign + core + sign : `<${tag}>${core}</${tag}>`) + rest;
}

const spelled = (blanks: string): string =>
  [...blanks].map((blank) => (blank === "\t" ? "&#9;" : "&#32;")).join("");

/** A number is masked behind it: its dot is what makes a list of it. */
const masked = (first: string): string => (/\d/.test(first) ? `${first}\\` : `\\${first}`);
