// A moment, as records tell it.

import * as z from "zod/mini";

/** The latest moment that a Date can tell, in milliseconds since 1970. */
export const LAST_MOMENT = 8.64e15;

/** Milliseconds since 1970 that make a Date. */
export const momentSchema = z.int().check(z.nonnegative(), z.maximum(LAST_MOMENT));
