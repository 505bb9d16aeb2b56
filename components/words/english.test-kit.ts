// English words for tests of functions that say something.

import { createTranslator } from "use-intl/core";
import { ENGLISH } from "./english.ts";
import type { Area, Messages, Words } from "./words.ts";

export function englishWords<A extends Area>(area: A): Words<A> {
  return createTranslator<Messages, A>({ locale: "en-GB", messages: ENGLISH, namespace: area });
}
