// One download at a time: begun, on its way, cancelled, done or refused.

import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { saveBlob } from "../ui/save-file.ts";
import { problemWords } from "../words/problem-words.ts";
import { fetchFile } from "./take-file.ts";

export type Taking =
  | { readonly state: "idle" }
  /** So many bytes have come. */
  | { readonly state: "under-way"; readonly bytes: number }
  | { readonly state: "taken"; readonly name: string; readonly bytes: number }
  | { readonly state: "refused"; readonly sentence: string };

const IDLE: Taking = { state: "idle" };

export function useTaking() {
  const words = useTranslations("take");
  const problems = useTranslations("problems");
  const [taking, setTaking] = useState(IDLE);
  const running = useRef<AbortController>(null);
  const cancel = useCallback(() => {
    running.current?.abort();
    setTaking(IDLE);
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const take = async (address: string): Promise<void> => {
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setTaking({ state: "under-way", bytes: 0 });
    const onBytes = (bytes: number): void => setTaking({ state: "under-way", bytes });
    const fetched = await fetchFile(address, { signal, onBytes }).catch(() => "cancelled" as const);
    if (signal.aborted || fetched === "cancelled") return;
    if (fetched === "broke-off") setTaking({ state: "refused", sentence: words("broke-off") });
    else if (fetched === "unreachable") {
      setTaking({ state: "refused", sentence: problems("unreachable") });
    } else if ("refusal" in fetched) {
      const sentence = problemWords(problems, fetched.refusal) ?? problems("not-understood");
      setTaking({ state: "refused", sentence });
    } else {
      const { name, file } = fetched;
      saveBlob(file, name);
      setTaking({ state: "taken", name, bytes: file.size });
    }
  };
  /** Forgets what came of the last one. */
  const settle = useCallback(() => setTaking(IDLE), []);
  return { taking, take: (address: string) => void take(address), cancel, settle };
}
