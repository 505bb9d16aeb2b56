// A file as it goes between processes.

import { z } from "zod";
import type { GivenFile } from "./imported.ts";

export const givenShape: z.ZodType<GivenFile> = z.strictObject({
  bytes: z.instanceof(Uint8Array),
  name: z.string(),
  contentType: z.string().nullable(),
  url: z.string().nullable(),
});
