// A file as it goes between processes.

import { z } from "zod";
import type { GivenFile } from "./imported.ts";

const aboutShape = z.strictObject({
  name: z.string(),
  contentType: z.string().nullable(),
  url: z.string().nullable(),
});

/** As a process answers it. */
export const givenShape: z.ZodType<GivenFile> = aboutShape.extend({
  bytes: z.instanceof(Uint8Array),
});

/** As it is given to a process: what is known of it, and its bytes. */
export const givenFile = (about: unknown, bytes: Uint8Array): GivenFile => ({
  ...aboutShape.parse(about),
  bytes,
});
