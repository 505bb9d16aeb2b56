// The draft of a space's scheme with all that can be done to it: kept in this browser, saved to the server.

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { parseScheme, schemeSchema } from "#domain/scheme/scheme-schema.ts";
import { useAskServer } from "../library/ask-server.ts";
import { useSchemeSpeech } from "../scheme-words/scheme-speech.ts";
import { type Draft, draftReducer, freshDraft, savable, unsaved } from "./draft.ts";
import { faultWords } from "./fault-words.ts";
import { keepDraft, recallDraft } from "./kept-draft.ts";

/** How long typing pauses before a draft is kept in this browser, in milliseconds. */
const PAUSE = 300;

/** How often an open editor looks for what others saved, in milliseconds. */
const LOOKING = 5000;

const answerSchema = z.object({
  scheme: schemeSchema,
  changedBy: z.nullable(z.object({ name: z.string() })),
});

/** A sentence about what just happened. */
export type Notice = {
  readonly words: string;
  readonly kind: "news" | "error";
  /** Whether what it tells of can be thrown away. */
  readonly discards?: boolean;
};

export type Editor = ReturnType<typeof useEditor>;

/** All in the language of the page; what goes to the server and into files is put back (`speech.kept`). */
export function useEditor(space: string, saved: Scheme) {
  const words = useTranslations("scheme");
  const ask = useAskServer();
  const speech = useSchemeSpeech();
  const [draft, dispatch] = useReducer(draftReducer, saved, freshDraft);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [saving, setSaving] = useState(false);
  const path = `/spaces/${space}/scheme`;
  const latest = useLatest(draft);

  const change = useCallback((to: Scheme, field?: string): void => {
    setNotice(null);
    dispatch({ type: "change", to, ...(field === undefined ? {} : { field }) });
  }, []);
  const tell = useCallback((sentence: string) => setNotice({ words: sentence, kind: "news" }), []);
  const fail = useCallback((sentence: string) => setNotice({ words: sentence, kind: "error" }), []);

  /** Takes in what somebody else has saved since. */
  const meet = useCallback(async (): Promise<void> => {
    const answer = await ask(path, { expect: answerSchema });
    if (!answer.ok || answer.value.scheme.version <= latest.current.base.version) return;
    const { scheme, changedBy } = answer.value;
    const mine = unsaved(latest.current) !== null;
    dispatch({ type: "met", theirs: speech.spoken(scheme) });
    const name = changedBy?.name;
    const key = mine ? "met" : "taken";
    tell(name === undefined ? words(`${key}-somebody`) : words(key, { name }));
  }, [ask, path, latest, tell, words, speech]);

  const save = async (): Promise<void> => {
    const parsed = parseScheme(savable(draft));
    if (!parsed.ok) {
      fail(faultWords(words, parsed, draft.now));
      return;
    }
    setSaving(true);
    const body = { basedOn: draft.base.version, scheme: speech.kept(parsed.scheme) };
    const answer = await ask(path, { method: "PUT", body, expect: answerSchema });
    setSaving(false);
    if (answer.ok) {
      const scheme = speech.spoken(answer.value.scheme);
      dispatch({ type: "saved", sent: draft.now, scheme });
      tell(words("saved"));
    } else if (answer.code === "scheme-outdated") await meet();
    else fail(answer.sentence);
  };

  useKept(space, draft, saved, (recalled) => {
    dispatch({ type: "change", to: recalled.now });
    setNotice({ words: words("restored"), kind: "news", discards: true });
  });
  useMeeting(meet, !saving);
  const changes = useMemo(() => unsaved(draft), [draft]);
  return { draft, dispatch, changes, notice, setNotice, saving, change, tell, fail, save, speech };
}

/** The value as it was drawn last, for what happens later. */
function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Keeps the draft in this browser, and brings back what was kept there. */
function useKept(
  space: string,
  draft: Draft,
  saved: Scheme,
  onRecalled: (draft: Draft) => void,
): void {
  const recalled = useRef(false);
  useEffect(() => {
    if (recalled.current) return;
    recalled.current = true;
    const kept = recallDraft(space, saved);
    if (unsaved(kept) !== null) onRecalled(kept);
  });
  useEffect(() => {
    // the first draft is not yet what was kept
    if (draft.past.length + draft.future.length === 0 && draft.now === saved) return;
    const keep = (): void => keepDraft(space, draft);
    const timer = setTimeout(keep, PAUSE);
    window.addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [space, draft, saved]);
}

/** Looks for what others saved while somebody sees this page, and at once when they come back to it. */
function useMeeting(meet: () => Promise<void>, looks: boolean): void {
  useEffect(() => {
    if (!looks) return;
    const look = (): void => {
      if (document.visibilityState === "visible") void meet();
    };
    const timer = setInterval(look, LOOKING);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [meet, looks]);
}
