// The secret that signs sessions, when none is given: made once and kept beside the data.

import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** Letters of base64url; 256 random bits. */
const LENGTH = 43;

/** The secret kept at `path`, readable by its owner only; made when there is none. */
export function keptSecret(path: string): string {
  return readSecret(path) ?? makeSecret(path);
}

function readSecret(path: string): string | null {
  try {
    const secret = readFileSync(path, "utf8").trim();
    return secret.length >= LENGTH ? secret : null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function makeSecret(path: string): string {
  const secret = randomBytes(32).toString("base64url");
  // renamed into place, so that a start that is killed here leaves no half of a secret
  writeFileSync(`${path}.new`, `${secret}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  return secret;
}
