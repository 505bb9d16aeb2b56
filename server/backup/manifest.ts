// What a backup holds: the files of a data folder, and their hashes.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";

const NAME = "manifest.json";
const FORMAT = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  at: z.iso.datetime(),
  /** SHA-256 in hexadecimal, by file. The secret is missing where it comes from the environment. */
  files: z.strictObject({ "updates.db": hash, "postil.db": hash, secret: hash.optional() }),
});

/** Writes down what these files of a folder hold. */
export async function writeManifest(folder: string, names: readonly string[]): Promise<void> {
  const files: Record<string, string> = {};
  for (const name of names) files[name] = await hashOf(join(folder, name));
  const manifest = { format: FORMAT, at: new Date().toISOString(), files };
  await writeFile(join(folder, NAME), `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * The names of the files in a folder, once every one was seen to hold what was written down. Rejects
 * when there is no manifest, or a file is not as it says.
 */
export async function readManifest(folder: string): Promise<readonly string[]> {
  const told: unknown = JSON.parse(await readFile(join(folder, NAME), "utf8"));
  const files = Object.entries(manifestSchema.parse(told).files);
  for (const [name, expected] of files) {
    if ((await hashOf(join(folder, name))) !== expected) throw new Error(`${name} is damaged`);
  }
  return files.map(([name]) => name);
}

async function hashOf(path: string): Promise<string> {
  const digest = createHash("sha256");
  await pipeline(createReadStream(path), digest);
  return digest.digest("hex");
}
