"use client";
// Words that come together with the part that says them, so that no page waits for both.

import { type ReactNode, use, useMemo } from "react";
import { IntlProvider, useLocale, useMessages } from "use-intl";
import { patiently } from "../ui/patiently.ts";
import { tagOf } from "./interface-languages.ts";
import type { Area, Messages } from "./words.ts";

/** The areas that no page sends along, or not those on which they are rarely said. */
const LATE = {
  annotated: (tag: string) => import(`./${tag}/annotated.json`),
  keys: (tag: string) => import(`./${tag}/keys.json`),
  take: (tag: string) => import(`./${tag}/take.json`),
  intake: (tag: string) => import(`./${tag}/intake.json`),
  space: (tag: string) => import(`./${tag}/space.json`),
  versions: (tag: string) => import(`./${tag}/versions.json`),
} as const satisfies Partial<Record<Area, unknown>>;

export type LateArea = keyof typeof LATE;

const asked = new Map<string, Promise<Partial<Messages>>>();

type LateWordsProps = { readonly area: LateArea; readonly children: ReactNode };

/** Everything in here may say what the area says. Suspends until its words have come. */
export function LateWords({ area, children }: LateWordsProps) {
  const locale = useLocale();
  const around = useMessages();
  const late = use(wordsOf(area, locale));
  // who works with words in an effect would begin anew with each new object
  const messages = useMemo(() => ({ ...around, ...late }), [around, late]);
  return (
    <IntlProvider locale={locale} messages={messages}>
      {children}
    </IntlProvider>
  );
}

function wordsOf(area: LateArea, locale: string): Promise<Partial<Messages>> {
  const name = `${locale} ${area}`;
  const known = asked.get(name) ?? load(area, locale);
  asked.set(name, known);
  return known;
}

async function load(area: LateArea, locale: string): Promise<Partial<Messages>> {
  return { [area]: (await patiently(() => LATE[area](tagOf(locale)))).default };
}
