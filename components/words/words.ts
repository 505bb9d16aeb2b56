// The types of what is said: which areas there are, and what a function needs that says something.

import type { useTranslations } from "use-intl";
import type { ENGLISH } from "./english.ts";

declare module "use-intl" {
  interface AppConfig {
    Messages: Messages;
  }
}

export type Messages = typeof ENGLISH;

/** A part of the interface whose words stand in one file. */
export type Area = keyof Messages;

/** Turns a key of an area and its arguments into words: what `useTranslations(area)` gives. */
export type Words<A extends Area> = ReturnType<typeof useTranslations<A>>;
