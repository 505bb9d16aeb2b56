// Everything that is said in one language. For the server only.

import { ENGLISH } from "./english.ts";
import type { InterfaceLanguage } from "./interface-languages.ts";
import type { Messages } from "./words.ts";

/** What each language beside English says in an area; rejects while it says nothing there. */
const TRANSLATIONS = {
  de: (area: string) => import(`./de/${area}.json`),
  fr: (area: string) => import(`./fr/${area}.json`),
  es: (area: string) => import(`./es/${area}.json`),
  ar: (area: string) => import(`./ar/${area}.json`),
};

const read = new Map<string, Promise<Messages>>();

/** The messages of all areas; English stands in for those that the language still lacks. */
export function messagesIn({ tag }: InterfaceLanguage): Promise<Messages> {
  const known = read.get(tag) ?? readMessages(tag);
  read.set(tag, known);
  return known;
}

async function readMessages(tag: InterfaceLanguage["tag"]): Promise<Messages> {
  if (tag === "en") return ENGLISH;
  const areas = Object.entries(ENGLISH).map(async ([area, english]) => {
    const translated = await TRANSLATIONS[tag](area).catch(() => ({ default: {} }));
    return [area, { ...english, ...translated.default }];
  });
  return Object.fromEntries(await Promise.all(areas));
}
