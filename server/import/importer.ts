// Brings something in: fetches it, converts it, and checks what came of it; all of it in other processes.

import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { FILE_BYTES } from "#domain/article/bounds.ts";
import type { Annotated } from "./annotated/annotated.ts";
import { parseAnnotated } from "./annotated/parse-annotated.ts";
import { ChildFailed, type ChildWork, workInChild } from "./child.ts";
import { pageAddress } from "./fetch/page-address.ts";
import { givenShape } from "./given-shape.ts";
import type { GivenFile, Imported } from "./imported.ts";
import { Lane } from "./lane.ts";
import { parseImported } from "./parse-imported.ts";
import { isUnreadableCode, Unreadable, type UnreadableCode } from "./unreadable.ts";

/** Milliseconds; a fetcher counts its own 20 s. */
const FETCH_TIME = 25_000;
const CONVERT_TIME = 30_000;

/** What came in. */
export type BroughtIn = {
  readonly imported: Imported;
  /** SHA-256 of the bytes that were read, in hexadecimal. */
  readonly hash: string;
};

/** The same of a file that other tools have annotated. */
export type AnnotatedIn = { readonly annotated: Annotated; readonly hash: string };

export type ImporterOptions = {
  /** What runs in the process that fetches; tests have one that knows sites of this machine. */
  readonly fetcher?: URL;
};

export class Importer {
  readonly #fetching = new Lane(6, 20);
  readonly #converting = new Lane(2, 20);
  readonly #large = new Lane(2, 0);
  readonly #fetcher: URL;

  constructor({ fetcher = new URL("fetch/fetch-main.ts", import.meta.url) }: ImporterOptions = {}) {
    this.#fetcher = fetcher;
  }

  /** Fetches a page of the web and reads it. Rejects with Unreadable, LaneFull, or as `signal` says. */
  async fetch(address: string, signal: AbortSignal): Promise<BroughtIn> {
    pageAddress(address); // what is none needs no process to be refused
    const page = await this.#fetching.run(signal, () =>
      answered({ module: this.#fetcher, task: { address }, time: FETCH_TIME, signal }, SLOW_PAGE),
    );
    return await this.read(givenShape.parse(page), signal);
  }

  /** Reads a file. Rejects as `fetch`. */
  async read(file: GivenFile, signal: AbortSignal): Promise<BroughtIn> {
    const module = new URL("convert/convert-main.ts", import.meta.url);
    const answer = await this.#convert(module, file, signal);
    return { imported: parseImported(answer), hash: await hashOf(file) };
  }

  /**
   * Reads a file that other tools have annotated, or an archive of such, of `size` bytes. One that
   * is larger than an article's is received only while few others are. Rejects as `fetch`.
   */
  async readAnnotated(
    receive: () => Promise<GivenFile>,
    size: number,
    signal: AbortSignal,
  ): Promise<AnnotatedIn> {
    const module = new URL("annotated/annotated-main.ts", import.meta.url);
    const read = async (): Promise<AnnotatedIn> => {
      const file = await receive();
      const answer = await this.#convert(module, file, signal);
      return { annotated: await parseAnnotated(answer), hash: await hashOf(file) };
    };
    return size > FILE_BYTES ? await this.#large.run(signal, read) : await read();
  }

  #convert(module: URL, { bytes, ...task }: GivenFile, signal: AbortSignal): Promise<unknown> {
    const work = { module, task, bytes, time: CONVERT_TIME, signal };
    return this.#converting.run(signal, () => answered(work, SLOW_FILE));
  }
}

/** Bytes that are summed up before others have a turn. */
const PIECE = 4 * 1024 * 1024;

async function hashOf({ bytes }: GivenFile): Promise<string> {
  const hash = createHash("sha256");
  for (let at = 0; at < bytes.length; at += PIECE) {
    hash.update(bytes.subarray(at, at + PIECE));
    await nextTurn();
  }
  return hash.digest("hex");
}

/** What to say of a child that gave no answer. */
type Sentences = Readonly<Record<ChildFailed["reason"], UnreadableCode>>;

const SLOW_PAGE: Sentences = {
  slow: "page-too-slow",
  memory: "page-too-large",
  broken: "page-unreachable",
};
const SLOW_FILE: Sentences = {
  slow: "file-too-slow",
  memory: "file-too-long",
  broken: "file-damaged",
};

const answerShape = z.union([
  z.strictObject({ done: z.unknown() }),
  z.strictObject({ unreadable: z.custom<UnreadableCode>(isUnreadableCode) }),
]);

async function answered(work: ChildWork, sentences: Sentences): Promise<unknown> {
  try {
    const answer = answerShape.parse(await workInChild(work));
    if ("unreadable" in answer) throw new Unreadable(answer.unreadable);
    return answer.done;
  } catch (error) {
    throw error instanceof ChildFailed ? new Unreadable(sentences[error.reason]) : error;
  }
}
