// What a backup holds: the files of a data folder, and their hashes.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { LEDGER } from "../erasure/ledger.ts";

const NAME = "manifest.json";
const FORMAT = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  at: z.iso.datetime(),
  /** SHA-256 in hexadecimal, by file. The secret is missing where it comes from the environment. */
  files: z.strictObject({
    "updates.db": hash,
    "postil.db": hash,
    secret: hash.optional(),
    [LEDGER]: hash.optional(),
  }),
});

/** Writes down what these files of a folder hold; all that was acknowledged before `at` is in them. */
export async function writeManifest(
  folder: string,
  names: readonly string[],
  at: Date,
): Promise<void> {
  const files: Record<string, string> = {};
  for (const name of names) files[name] = await hashOf(join(folder, name));
  const manifest = { format: FORMAT, at: at.toISOString(), files };
  await writeFile(join(folder, NAME), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The files of a backup, and when it began, in milliseconds since 1970. */
export type Manifest = { readonly names: readonly string[]; readonly at: number };

/**
 * What a folder holds, once every file was seen to hold what was written down. Rejects when there is no
 * manifest, or a file is not as it says.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const told: unknown = JSON.parse(await readFile(join(folder, NAME), "utf8"));
  const manifest = manifestSchema.parse(told);
  const files = Object.entries(manifest.files);
  for (const [name, expected] of files) {
    if ((await hashOf(join(folder, name))) !== expected) throw new Error(`${name} is damaged`);
  }
  return { names: files.map(([name]) => name), at: Date.parse(manifest.at) };
}

async function hashOf(path: string): Promise<string> {
  const digest = createHash("sha256");
  await pipeline(createReadStream(path), digest);
  return digest.digest("hex");
}
