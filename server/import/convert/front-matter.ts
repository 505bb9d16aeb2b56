// What stands above a Markdown text between two lines of dashes: names and values, one a line.

export type FrontMatter = {
  /** The value of the first of these names that has one; "" when none has. */
  readonly said: (...names: readonly string[]) => string;
  /** The text below. */
  readonly text: string;
};

/** Takes a file apart. Of YAML only plain values and lists of them are understood. Lines end with line feeds. */
export function frontMatter(file: string): FrontMatter {
  const lines = file.split("\n", 200);
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const isThere = /^---\s*$/.test(lines[0] ?? "") && end > 0 && lines.slice(1, end).some(isEntry);
  if (!isThere) return { said: () => "", text: file };
  const head = lines.slice(0, end + 1);
  const values = valuesOf(head.slice(1, -1));
  return {
    said: (...names) =>
      names.map((name) => values.get(name) ?? "").find((value) => value !== "") ?? "",
    text: file.slice(head.join("\n").length),
  };
}

const ENTRY = /^([A-Za-z][\w-]*):(?:\s+(.*))?$/;

const isEntry = (line: string): boolean => ENTRY.test(line);

function valuesOf(lines: readonly string[]): Map<string, string> {
  const values = new Map<string, string>();
  let name = "";
  for (const line of lines) {
    const [, begun, value = ""] = ENTRY.exec(line) ?? [];
    const item = /^\s*-\s+(.+)$/.exec(line)?.[1];
    if (begun !== undefined) {
      name = begun.toLowerCase();
      values.set(name, plain(value));
    } else if (item !== undefined && name !== "") {
      const before = values.get(name) ?? "";
      values.set(name, before === "" ? plain(item) : `${before}, ${plain(item)}`);
    }
  }
  return values;
}

/** A value without quotation marks, a list as its items with commas between them. */
function plain(value: string): string {
  const list = /^\[(.*)\]\s*$/.exec(value)?.[1];
  if (list !== undefined) return list.split(",").map(plain).join(", ");
  const trimmed = value.trim();
  return /^(["']).*\1$/.test(trimmed) ? trimmed.slice(1, -1).trim() : trimmed;
}
