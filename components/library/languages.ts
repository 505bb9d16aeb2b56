// The languages offered for an article, each by its own name, and the direction each is read in.

/** BCP 47 tag and name. */
export const LANGUAGES: readonly (readonly [tag: string, name: string])[] = [
  ["en", "English"],
  ["ar", "العربية"],
  ["cs", "Čeština"],
  ["da", "Dansk"],
  ["de", "Deutsch"],
  ["el", "Ελληνικά"],
  ["es", "Español"],
  ["fa", "فارسی"],
  ["fi", "Suomi"],
  ["fr", "Français"],
  ["he", "עברית"],
  ["hi", "हिन्दी"],
  ["hu", "Magyar"],
  ["it", "Italiano"],
  ["ja", "日本語"],
  ["ko", "한국어"],
  ["nl", "Nederlands"],
  ["no", "Norsk"],
  ["pl", "Polski"],
  ["pt", "Português"],
  ["ro", "Română"],
  ["ru", "Русский"],
  ["sv", "Svenska"],
  ["tr", "Türkçe"],
  ["uk", "Українська"],
  ["ur", "اردو"],
  ["zh", "中文"],
];

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set("ar ckb dv fa he ps sd ug ur yi".split(" "));

/** The direction of a language; "auto" lets the letters decide where no language is known. */
export function directionOf(language: string): "ltr" | "rtl" | "auto" {
  const [tag = ""] = language.toLowerCase().split("-");
  if (tag === "" || tag === "und") return "auto";
  return RIGHT_TO_LEFT.has(tag) ? "rtl" : "ltr";
}
