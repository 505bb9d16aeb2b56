// Which names people may choose. Checked where they are given, by the server.

import { z } from "zod";
import { NAME_LENGTH } from "./person.ts";

/** A name as people may choose it: one line, no control or direction-changing characters. */
export const nameSchema = z
  .string()
  .transform((name) => name.normalize("NFC").replace(/\s+/gu, " ").trim())
  .refine((name) => name.length > 0, "Please type a name.")
  .refine((name) => name.length <= NAME_LENGTH, `A name has at most ${NAME_LENGTH} characters.`)
  .refine(
    (name) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u.test(name),
    "A name cannot hold hidden characters.",
  );
