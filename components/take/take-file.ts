// Fetches a file of the API piece by piece, so that it can be told how far it is.

import { parse } from "content-disposition";

/** A whole file, or the body of the refusal, or why neither came. */
export type Fetched =
  | { readonly name: string; readonly file: Blob }
  | { readonly refusal: unknown }
  | "unreachable"
  | "broke-off";

type Fetching = {
  /** Rejects what is under way with an AbortError. */
  readonly signal: AbortSignal;
  /** Told how many bytes have come. */
  readonly onBytes: (bytes: number) => void;
};

/** @throws {DOMException} When it was aborted. */
export async function fetchFile(address: string, { signal, onBytes }: Fetching): Promise<Fetched> {
  let hasAnswered = false;
  try {
    const response = await fetch(address, { signal });
    hasAnswered = true;
    if (!response.ok) return { refusal: await response.json().catch(() => null) };
    const pieces = await piecesOf(response, onBytes);
    const type = response.headers.get("content-type") ?? "application/octet-stream";
    return { name: nameIn(response.headers), file: new Blob(pieces, { type }) };
  } catch (error) {
    if (signal.aborted) throw error;
    return hasAnswered ? "broke-off" : "unreachable";
  }
}

async function piecesOf(
  { body }: Response,
  onBytes: Fetching["onBytes"],
): Promise<Uint8Array<ArrayBuffer>[]> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  let bytes = 0;
  for (let told = await reader?.read(); told && !told.done; told = await reader?.read()) {
    pieces.push(told.value);
    bytes += told.value.length;
    onBytes(bytes);
  }
  return pieces;
}

/** What the server calls the file. */
function nameIn(headers: Headers): string {
  const told = headers.get("content-disposition");
  return (told && parse(told).parameters.filename) || "postil";
}
