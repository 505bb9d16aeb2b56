// The direction in which a language is read.

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set("ar ckb dv fa he ps sd ug ur yi".split(" "));

/** The direction of a language (BCP 47); "auto" lets the letters decide where no language is known. */
export function directionOf(language: string): "ltr" | "rtl" | "auto" {
  const [tag = ""] = language.toLowerCase().split("-");
  if (tag === "" || tag === "und") return "auto";
  return RIGHT_TO_LEFT.has(tag) ? "rtl" : "ltr";
}
