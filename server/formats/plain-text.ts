// The words of an article and nothing else: the flat text that offsets count in and whose hash is told.

import type { Format } from "./format.ts";
import { textFile } from "./text-file.ts";

export const plainText: Format = {
  extension: "txt",
  mediaType: "text/plain; charset=utf-8",
  writer: {
    carries: new Set(),
    omits: ({ annotations }) => new Set(annotations),
    write: ({ article }, stem) => [textFile(`${stem}.txt`, article.text)],
  },
  reader: null,
};
