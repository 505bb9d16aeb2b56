// Browsers have no Buffer: where a library names Node's, the build would send them a copy of it, 7 KB that
// nothing calls there. Asked of the global object, it is found in Node alone.

// biome-ignore lint/style/noDefaultExport: what Next asks of a loader
export default function nameGlobalBuffer(source) {
  return source.replaceAll(/\bBuffer\.from\b/g, "globalThis.Buffer.from");
}
