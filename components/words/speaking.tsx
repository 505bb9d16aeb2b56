"use client";
// Hands the words of a page to everything in it, also to what is loaded later.

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import type { Messages } from "./words.ts";

type SpeakingProps = {
  readonly locale: string;
  /** Of the areas that are spoken in here, and of no others. */
  readonly messages: Partial<Messages>;
  readonly children: ReactNode;
};

export function Speaking({ locale, messages, children }: SpeakingProps) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
