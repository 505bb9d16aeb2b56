// Why something could not be brought in: a code, and the sentence for it that says what to do.

import type { ProblemCode } from "#domain/problem-code.ts";

const SENTENCES = {
  "file-unknown":
    "Postil reads web pages, Word, PDF, EPUB, Markdown and plain text, and this is none of them. Paste the text instead.",
  "file-save-as-docx":
    "Postil reads Word files as DOCX only. Open this file in its own program and save it as Word (.docx), or paste the text instead.",
  "file-damaged":
    "This file is damaged, or not what its name says. Open it in its own program and copy the text from there.",
  "file-locked":
    "This file is locked with a password. Save it without one, or paste the text instead.",
  "file-scan":
    "The pages of this PDF are pictures of text. Have the text recognised (OCR) first, or paste it instead.",
  "file-empty":
    "There are no words in this file, perhaps because its pages are pictures. Paste the text instead.",
  "file-too-long": "This file is longer than Postil can take. Bring in a part of it.",
  "file-too-slow": "Reading this file took too long. Paste the text instead.",
  "file-not-annotated":
    "Postil finds no annotations in this file. It reads INCEpTION (WebAnno TSV, UIMA CAS), brat, CoNLL, spaCy, doccano, Label Studio, Web Annotation, and its own files and tables.",
  "file-offsets-wrong":
    "The annotations of this file do not fit its text. Export it once more from the tool that it comes from.",
  "address-refused":
    "Postil fetches pages of the public web only. Check the address, or paste the text instead.",
  "address-unknown": "There is no site at this address. Check it for a typing mistake.",
  "page-unreachable": "This site does not answer. Try again later, or paste the text instead.",
  "page-refused":
    "This site does not give the page to programs. Open it in your browser and paste the text.",
  "page-missing": "The site has no such page. Check the address.",
  "page-too-large": "This page is larger than Postil takes. Paste the text instead.",
  "page-too-slow": "This site took too long to answer. Try again later, or paste the text instead.",
  "page-empty": "Postil found no article on this page. Open it in your browser and paste the text.",
} as const satisfies Partial<Record<ProblemCode, string>>;

export type UnreadableCode = keyof typeof SENTENCES;

/** What another process says, when that is one of the codes. */
export const isUnreadableCode = (code: unknown): code is UnreadableCode =>
  typeof code === "string" && Object.hasOwn(SENTENCES, code);

/** Ends an import: what was given cannot be read. The message is for people, and says what to do. */
export class Unreadable extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode) {
    super(SENTENCES[code]);
    this.code = code;
  }
}
