// Turns a file of messages into what the browser can format without reading ICU syntax; Next runs it
// over every file in en/, de/, fr/, es/ and ar/ when it builds.

import compile from "icu-minify/compile";

// biome-ignore lint/style/noDefaultExport: what Next asks of a loader
export default function compileMessages(source) {
  const messages = Object.entries(JSON.parse(source));
  const compiled = messages.map(([key, message]) => [key, compile(message)]);
  return `export default ${JSON.stringify(Object.fromEntries(compiled))}`;
}
