// Has the server read files that other tools have annotated, and asks what is needed to choose.

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ANNOTATED_BYTES } from "#domain/article/bounds.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { type Ask, useAskServer } from "../../library/ask-server.ts";
import { problemWords } from "../../words/problem-words.ts";
import type { Words } from "../../words/words.ts";
import { passed, TURNS, turnIn } from "../turn.ts";
import {
  type Annotated,
  annotatedSchema,
  codebookSchema,
  listedSchema,
  roleSchema,
} from "./annotated-answer.ts";
import { packFiles } from "./pack-files.ts";

/** What is in the files, and in the space that they go to. */
export type Found = {
  readonly annotated: Annotated;
  readonly scheme: Scheme;
  /** Whether the reader may add labels, and have others speak. */
  readonly isEditor: boolean;
  /** The articles that can be annotated. */
  readonly articles: readonly { readonly id: string; readonly title: string }[];
};

export type Reading =
  | { readonly at: "reading" }
  | { readonly at: "refused"; readonly sentence: string }
  | { readonly at: "found"; readonly found: Found };

/** Begins at once, and anew for other files or another space. */
export function useFound(files: readonly File[], space: string): Reading {
  const ask = useAskServer();
  const problems = useTranslations("problems");
  const words = useTranslations("annotated");
  const [reading, setReading] = useState<Reading>({ at: "reading" });
  useEffect(() => {
    const leaving = new AbortController();
    setReading({ at: "reading" });
    void read({ files, space, ask, words, problems }, leaving.signal).then((result) => {
      if (!leaving.signal.aborted) setReading(result);
    });
    return () => leaving.abort();
  }, [files, space, ask, words, problems]);
  return reading;
}

type Task = {
  readonly files: readonly File[];
  readonly space: string;
  readonly ask: Ask;
  readonly words: Words<"annotated">;
  readonly problems: Words<"problems">;
};

const refused = (sentence: string): Reading => ({ at: "refused", sentence });

async function read(
  { files, space, ask, words, problems }: Task,
  signal: AbortSignal,
): Promise<Reading> {
  const file = await packFiles(files).catch(() => null);
  if (file === null) return refused(words("unopened"));
  if (file.size > ANNOTATED_BYTES) return refused(words("too-large"));
  const sent = await send(file, { space, problems, signal });
  if (typeof sent === "string") return refused(sent);
  const [codebook, seat, listed] = await Promise.all([
    ask(`/spaces/${space}/scheme`, { expect: codebookSchema }),
    ask(`/spaces/${space}`, { expect: roleSchema }),
    ask("/articles", { expect: listedSchema }),
  ]);
  if (!codebook.ok) return refused(codebook.sentence);
  if (!seat.ok) return refused(seat.sentence);
  if (!listed.ok) return refused(listed.sentence);
  return {
    at: "found",
    found: {
      annotated: sent,
      scheme: codebook.value.scheme,
      isEditor: seat.value.role === "editor" || seat.value.role === "owner",
      articles: listed.value.articles.filter((each) => each.space.id === space && !each.archived),
    },
  };
}

type Sending = Pick<Task, "space" | "problems"> & { readonly signal: AbortSignal };

/** What is in the file, or a sentence that says why nobody knows. Waits for its turn. */
async function send(file: File, sending: Sending): Promise<Annotated | string> {
  const { problems, signal } = sending;
  try {
    for (let turn = 1; ; turn++) {
      const response = await post(file, sending);
      const wait = turnIn(response.status, response.headers.get("Retry-After"));
      if (wait === null || turn === TURNS || signal.aborted) return await told(response, problems);
      await passed(wait, signal);
    }
  } catch {
    return problems("unreachable");
  }
}

function post(file: File, { space, signal }: Sending): Promise<Response> {
  return fetch(`/api/annotated-imports?space=${space}`, {
    method: "POST",
    body: file,
    signal,
    headers: {
      "Content-Type": "application/octet-stream",
      "X-File-Name": encodeURIComponent(file.name),
    },
  });
}

async function told(response: Response, problems: Words<"problems">): Promise<Annotated | string> {
  const json: unknown = await response.json().catch(() => null);
  const annotated = annotatedSchema.safeParse(json);
  if (response.ok && annotated.success) return annotated.data;
  return problemWords(problems, response.ok ? null : json) ?? problems("not-understood");
}
