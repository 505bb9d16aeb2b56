// How a person's hand works in this browser: which keys it has, whether it takes whole words.

import { useLayoutEffect, useRef } from "react";
import { useKeptKeys } from "../../keys/kept-keys.ts";
import { useRemembered } from "../../ui/browser-memory.ts";

export function useHandSettings(person: string) {
  const [keys, setKeys] = useKeptKeys(person);
  const [kept, keepWholeWords] = useRemembered(`postil.whole-words.${person}`);
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  return {
    keys,
    setKeys,
    /** The keys, for what runs between two drawings. */
    keysNow: latest,
    /** Whether what is selected with a mouse or a finger is widened to whole words. */
    wholeWords: kept !== "off",
    setWholeWords: (on: boolean) => keepWholeWords(on ? "on" : "off"),
  };
}
