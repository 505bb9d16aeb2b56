// What comes from outside: fetched or sent, counted, and told in plain words when it cannot be read.

import { parse as parseDisposition } from "content-disposition";
import type { GivenFile } from "../import/imported.ts";
import type { AnnotatedIn, BroughtIn } from "../import/importer.ts";
import { LaneFull } from "../import/lane.ts";
import { Unreadable } from "../import/unreadable.ts";
import { findAnnotated, type KeptAnnotated } from "../store/annotated-imports.ts";
import { findImport, type KeptImport } from "../store/imports.ts";
import { type Called, callerKey, limit, requireVisitor } from "./guard.ts";
import type { Caller } from "./new-article.ts";
import { Problem } from "./problem.ts";
import type { Services } from "./services.ts";

/** Fetches a page for the caller. Ends the request where that is not possible. */
export function bringInPage(
  services: Services,
  context: Called,
  { person }: Caller,
  url: string,
): Promise<BroughtIn> {
  const { importer, limits, now } = services;
  limit(limits.imports, person.id, now());
  limit(limits.fetches, callerKey(context), now());
  return told(importer.fetch(url, context.req.raw.signal));
}

/** Reads the file that is the body of a request, as `bringInPage`. */
export async function bringInFile(
  services: Services,
  context: Called,
  { person }: Caller,
): Promise<BroughtIn> {
  const { importer, limits, now } = services;
  limit(limits.imports, person.id, now());
  return await told(importer.read(await fileIn(services, context), context.req.raw.signal));
}

/** The same of a file that other tools have annotated. */
export async function bringInAnnotated(
  services: Services,
  context: Called,
  { person }: Caller,
): Promise<AnnotatedIn> {
  const { importer, limits, now } = services;
  limit(limits.imports, person.id, now());
  // who does not say how much is coming may send as much as is allowed
  const size = Number(context.req.header("content-length") ?? Number.POSITIVE_INFINITY);
  const receive = () => fileIn(services, context);
  return await told(importer.readAnnotated(receive, size, context.req.raw.signal));
}

/** What is sent. Ends the request when its sender is nobody any more by the time that all has come. */
async function fileIn(services: Services, context: Called): Promise<GivenFile> {
  const bytes = await bytesIn(context.req.raw);
  await requireVisitor(services, context);
  const contentType = context.req.header("content-type") ?? null;
  return { bytes, name: fileName(context), contentType, url: null };
}

/** A body, put in its place as it comes: to join all of a large one takes long. */
async function bytesIn({ body, headers }: Request): Promise<Uint8Array> {
  let bytes = new Uint8Array(Number(headers.get("content-length") ?? 0));
  let length = 0;
  for await (const chunk of body ?? []) {
    const needed = length + chunk.length;
    if (needed > bytes.length) bytes = new Uint8Array(bytes.buffer.transfer(2 * needed));
    bytes.set(chunk, length);
    length = needed;
  }
  return bytes.subarray(0, length);
}

/** What somebody brought in before. Ends the request with 404 when that is gone. */
export async function broughtIn(
  { database, now }: Services,
  userId: string,
  id: string,
): Promise<KeptImport> {
  const kept = await findImport(database, { id, userId, now: now() });
  if (kept === null) throw importGone();
  return kept;
}

/** The same of what other tools have annotated. */
export async function annotatedIn(
  { database, now }: Services,
  userId: string,
  id: string,
): Promise<KeptAnnotated> {
  const kept = await findAnnotated(database, { id, userId, now: now() });
  if (kept === null) throw importGone();
  return kept;
}

export const importGone = (): Problem =>
  new Problem(404, "What you brought in was kept for an hour and is gone. Bring it in again.", {
    code: "import-gone",
  });

/** The name of the file that a request sends; "" when nobody says. */
function fileName({ req }: Called): string {
  const name = req.header("x-file-name");
  if (name !== undefined) return decoded(name);
  try {
    return parseDisposition(req.header("content-disposition") ?? "").parameters.filename ?? "";
  } catch {
    return ""; // it refuses what is malformed by throwing TypeError
  }
}

/** Headers hold ASCII only: names come percent-encoded. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // likewise by throwing URIError
  }
}

/** What comes of the work. Ends the request where nothing can be read, and where too many wait already. */
export async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Unreadable) throw new Problem(422, error.message, { code: error.code });
    if (!(error instanceof LaneFull)) throw error;
    throw new Problem(503, "Many people bring in articles just now. Try again in a moment.", {
      code: "imports-busy",
      retryAfter: 10,
    });
  }
}
