// What is said about taking files along comes with the dialog: no page sends it.

import { type ReactNode, use } from "react";
import { IntlProvider, useLocale, useMessages } from "use-intl";
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from "../words/interface-languages.ts";

type Tag = InterfaceLanguage["tag"];

const WORDS: Readonly<Record<Tag, () => Promise<{ readonly default: object }>>> = {
  en: () => import("../words/en/take.json"),
  de: () => import("../words/de/take.json"),
  fr: () => import("../words/fr/take.json"),
  es: () => import("../words/es/take.json"),
  ar: () => import("../words/ar/take.json"),
};

const read = new Map<Tag, Promise<object>>();

/** The same promise each time: React waits for it, and knows it again. */
function wordsIn(tag: Tag): Promise<object> {
  const known = read.get(tag) ?? WORDS[tag]().then((words) => words.default);
  read.set(tag, known);
  return known;
}

/** Suspends until they are there. */
export function WithTakeWords({ children }: { readonly children: ReactNode }) {
  const locale = useLocale();
  const tag = INTERFACE_LANGUAGES.find((each) => each.locale === locale)?.tag ?? "en";
  const take = use(wordsIn(tag));
  const messages = Object.fromEntries([...Object.entries(useMessages()), ["take", take]]);
  return (
    <IntlProvider locale={locale} messages={messages}>
      {children}
    </IntlProvider>
  );
}
