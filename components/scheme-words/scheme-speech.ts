// Schemes in the language of the page: the texts that Postil brings along are translated, and what somebody wrote stays as it is.

import { use, useMemo } from "react";
import { useLocale } from "use-intl";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { withTexts } from "#domain/scheme/scheme-texts.ts";
import { type InterfaceLanguage, tagOf } from "../words/interface-languages.ts";

export type SchemeSpeech = {
  /** One text in the language of the page; as it is, unless Postil brought it along. */
  readonly say: (text: string) => string;
  /** The scheme in the language of the page. */
  readonly spoken: (scheme: Scheme) => Scheme;
  /** A scheme that was spoken, as it is kept and exported: with Postil's own texts in English. */
  readonly kept: (scheme: Scheme) => Scheme;
};

/** Suspends until the texts in the language of the page are there; English ones always are. */
export function useSchemeSpeech(): SchemeSpeech {
  const tag = tagOf(useLocale());
  return tag === "en" ? ENGLISH : use(speechIn(tag));
}

/** The scheme in the language of the page, the same one as long as neither changes. */
export function useSpoken(scheme: Scheme): Scheme {
  const { spoken } = useSchemeSpeech();
  return useMemo(() => spoken(scheme), [spoken, scheme]);
}

const ENGLISH: SchemeSpeech = {
  say: (text) => text,
  spoken: (scheme) => scheme,
  kept: (scheme) => scheme,
};

/** The languages with a file of their own. */
export type Foreign = Exclude<InterfaceLanguage["tag"], "en">;

/** Each English text with its translation; no two have the same. */
const TEXTS: Readonly<Record<Foreign, () => Promise<{ default: Record<string, string> }>>> = {
  de: () => import("./de.json"),
  fr: () => import("./fr.json"),
  es: () => import("./es.json"),
  ar: () => import("./ar.json"),
};

const speeches = new Map<Foreign, Promise<SchemeSpeech>>();

/** The same promise each time: React waits for it, and knows it again. */
function speechIn(tag: Foreign): Promise<SchemeSpeech> {
  const known = speeches.get(tag) ?? readSpeech(tag);
  speeches.set(tag, known);
  return known;
}

/** Reads the texts in a language. */
export async function readSpeech(tag: Foreign): Promise<SchemeSpeech> {
  const texts = Object.entries((await TEXTS[tag]()).default);
  const [there, back] = [new Map(texts), new Map(texts.map(([english, own]) => [own, english]))];
  const say = (text: string): string => there.get(text) ?? text;
  return {
    say,
    spoken: (scheme) => withTexts(scheme, say),
    kept: (scheme) => withTexts(scheme, (text) => back.get(text) ?? text),
  };
}
