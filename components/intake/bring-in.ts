// Hands something to the server to be fetched or read, and tells how far it is.

import { FILE_BYTES } from "#domain/article/bounds.ts";
import { problemWords } from "../words/problem-words.ts";
import type { Words } from "../words/words.ts";
import type { Bringable, Given } from "./given.ts";
import { type Import, importSchema } from "./import-answer.ts";
import { passed, TURNS, turnIn } from "./turn.ts";

/** How far it is; `sent` is the share of the bytes that are on the server. */
export type Step =
  | { readonly at: "waiting" | "fetching" | "reading" | "reading-words" }
  | { readonly at: "sending"; readonly sent: number };

export type Brought =
  | { readonly ok: true; readonly value: Import }
  | { readonly ok: false; readonly sentence: string };

export type Telling = {
  readonly words: Words<"intake">;
  readonly problems: Words<"problems">;
  readonly onStep: (step: Step) => void;
  /** Ends the work, here and on the server; what comes of it then means nothing. */
  readonly signal: AbortSignal;
};

const FIRST_STEPS: Readonly<Record<Given["what"], Step>> = {
  address: { at: "fetching" },
  file: { at: "sending", sent: 0 },
  words: { at: "reading-words" },
  "lost-file": { at: "reading" },
};

/** Brings it in. Never throws. */
export async function bringIn(given: Given, telling: Telling): Promise<Brought> {
  const { words, problems, onStep, signal } = telling;
  if (given.what === "lost-file") return { ok: false, sentence: words("file-lost") };
  const unfit = given.what === "file" ? await unfitness(given.file, words) : null;
  if (unfit !== null) return { ok: false, sentence: unfit };
  for (let turn = 1; ; turn++) {
    onStep(FIRST_STEPS[given.what]);
    const answer = await send(given, telling);
    if (answer === null) return { ok: false, sentence: problems("unreachable") };
    const wait = answer.turnIn;
    if (wait === null || turn === TURNS || signal.aborted) return told(answer, problems);
    onStep({ at: "waiting" });
    await passed(wait, signal);
  }
}

/** Why a file need not be sent; null when nothing is known against it. */
async function unfitness(file: File, words: Words<"intake">): Promise<string | null> {
  if (file.size > FILE_BYTES) return words("file-too-large");
  try {
    await file.slice(0, 1).arrayBuffer();
    return null;
  } catch {
    return words("file-unopened"); // a folder, or a file that was moved meanwhile
  }
}

type Response = {
  readonly status: number;
  readonly json: unknown;
  /** Milliseconds, where the same may be asked again then. */
  readonly turnIn: number | null;
};

/** Null when the server could not be reached. `fetch` would not tell how much was sent. */
function send(given: Bringable, { onStep, signal }: Telling): Promise<Response | null> {
  const { body, headers } = message(given);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const leave = (): void => request.abort();
    const end = (response: Response | null) => (): void => {
      signal.removeEventListener("abort", leave);
      resolve(response);
    };
    request.open("POST", "/api/imports");
    for (const [name, value] of headers) request.setRequestHeader(name, value);
    if (given.what === "file") {
      request.upload.onprogress = ({ loaded, total }) =>
        onStep({ at: "sending", sent: total > 0 ? loaded / total : 0 });
      request.upload.onload = () => onStep({ at: "reading" });
    }
    request.onload = () => end(responseOf(request))();
    request.onerror = end(null);
    request.onabort = end(null);
    signal.addEventListener("abort", leave);
    if (signal.aborted) end(null)();
    else request.send(body);
  });
}

type Message = {
  readonly body: string | File;
  readonly headers: readonly (readonly [name: string, value: string])[];
};

const TYPES = { formatted: "text/html", markdown: "text/markdown", plain: "text/plain" } as const;

function message(given: Bringable): Message {
  switch (given.what) {
    case "address":
      return {
        body: JSON.stringify({ url: given.address }),
        headers: [["Content-Type", "application/json"]],
      };
    case "file":
      return {
        body: given.file,
        headers: [
          ["X-File-Name", encodeURIComponent(given.file.name)],
          ["Content-Type", given.file.type || "application/octet-stream"],
        ],
      };
    case "words":
      return {
        body: given.as === "formatted" ? (given.html ?? given.plain) : given.plain,
        headers: [
          ["Content-Disposition", "inline"], // a file without a name
          ["Content-Type", `${TYPES[given.as]};charset=utf-8`],
        ],
      };
  }
}

function responseOf(request: XMLHttpRequest): Response {
  return {
    status: request.status,
    json: parsed(request.responseText),
    turnIn: turnIn(request.status, request.getResponseHeader("Retry-After")),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function told({ status, json }: Response, problems: Words<"problems">): Brought {
  const value = importSchema.safeParse(json);
  if (status === 201 && value.success) return { ok: true, value: value.data };
  const sentence = status === 201 ? null : problemWords(problems, json);
  return { ok: false, sentence: sentence ?? problems("not-understood") };
}
