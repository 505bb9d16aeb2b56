// What may stand behind the name of a bench: `--name value`, or `--name` alone for what is true or false.

import { parseArgs } from "node:util";
import { z } from "zod";

const FLAG = { type: "boolean", default: false } as const;
const WITH_VALUE = { type: "string" } as const;

/** Reads the options that `schema` has. Ends the process with a sentence when one is unknown or wrong. */
export function readOptions<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
): z.output<z.ZodObject<Shape>> {
  const names = Object.keys(schema.shape);
  const options = Object.entries(schema.shape).map(
    ([name, shape]) => [name, shape instanceof z.ZodBoolean ? FLAG : WITH_VALUE] as const,
  );
  try {
    const { values } = parseArgs({ options: Object.fromEntries(options) });
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
