// The languages in which Postil speaks to people, and which of them a visitor is met in.

/** BCP 47 tag, own name, direction, and the locale whose dates and numbers go with it. */
export const INTERFACE_LANGUAGES = [
  { tag: "en", name: "English", direction: "ltr", locale: "en-GB" },
  { tag: "de", name: "Deutsch", direction: "ltr", locale: "de" },
  { tag: "fr", name: "Français", direction: "ltr", locale: "fr" },
  { tag: "es", name: "Español", direction: "ltr", locale: "es" },
  { tag: "ar", name: "العربية", direction: "rtl", locale: "ar" },
] as const;

export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

const [ENGLISH] = INTERFACE_LANGUAGES;

/** The tag of the language that a page speaks with this locale. */
export const tagOf = (locale: string): InterfaceLanguage["tag"] =>
  INTERFACE_LANGUAGES.find((each) => each.locale === locale)?.tag ?? ENGLISH.tag;

/** Where a browser keeps what was chosen. */
export const LANGUAGE_COOKIE = "language";

/**
 * The language that was chosen (`kept` holds its tag), else the first one that the browser accepts
 * (an `Accept-Language` header), else English.
 */
export function chooseLanguage(kept: string | undefined, accepted: string): InterfaceLanguage {
  return [kept ?? "", ...byWeight(accepted)].map(languageOf).find(Boolean) ?? ENGLISH;
}

/** The language with this tag, whatever its region; undefined where Postil does not speak it. */
function languageOf(tag: string): InterfaceLanguage | undefined {
  const [language] = tag.toLowerCase().split("-");
  return INTERFACE_LANGUAGES.find((each) => each.tag === language);
}

/** The tags of an `Accept-Language` header, the most wanted first, without those that are refused. */
function byWeight(accepted: string): string[] {
  return accepted
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.split(";").map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
      return { tag, weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
