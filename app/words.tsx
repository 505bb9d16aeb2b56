// The language of the visitor, and the words that a page sends along.

import { cookies, headers } from "next/headers";
import { cache, type ReactNode } from "react";
import { createTranslator } from "use-intl/core";
import {
  chooseLanguage,
  type InterfaceLanguage,
  LANGUAGE_COOKIE,
} from "#components/words/interface-languages.ts";
import { messagesIn } from "#components/words/messages.ts";
import { Speaking } from "#components/words/speaking.tsx";
import type { Area, Messages, Words } from "#components/words/words.ts";

/** The language in which the visitor is answered. */
export const readLanguage = cache(async (): Promise<InterfaceLanguage> => {
  const kept = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  return chooseLanguage(kept, (await headers()).get("accept-language") ?? "");
});

/** The words of an area for what is drawn on the server only. */
export async function readWords<A extends Area>(area: A): Promise<Words<A>> {
  const language = await readLanguage();
  const messages = await messagesIn(language);
  return createTranslator<Messages, A>({ locale: language.locale, messages, namespace: area });
}

/** What every page says, whatever it is about. */
const EVERYWHERE = ["ui"] as const satisfies readonly Area[];

type WithWordsProps = {
  /** What the components in here say, also those that come later. */
  readonly areas: readonly Area[];
  readonly children: ReactNode;
};

/** Sends the words of these areas along, in the language of the visitor. */
export async function WithWords({ areas, children }: WithWordsProps) {
  const language = await readLanguage();
  const messages = await messagesIn(language);
  const sent = [...EVERYWHERE, ...areas].map((area) => [area, messages[area]] as const);
  return (
    <Speaking locale={language.locale} messages={Object.fromEntries(sent)}>
      {children}
    </Speaking>
  );
}
