// What may stand behind the name of a bench: `--name value`.

import { parseArgs } from "node:util";
import { z } from "zod";

/** Reads the options that `schema` has. Ends the process with a sentence when one is unknown or wrong. */
export function readOptions<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
): z.output<z.ZodObject<Shape>> {
  const names = Object.keys(schema.shape);
  try {
    const { values } = parseArgs({
      options: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
    });
    return schema.parse(values);
  } catch (error) {
    process.stderr.write(`${complaint(error)}\nThere are: --${names.join(", --")}.\n`);
    process.exit(2);
  }
}

function complaint(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}
