// How much memory a server may need, by what docs/operations.md says.

const KB = 1000;
const MB = 1000 * KB;

/** Bytes for so many connections, and open documents of this many encoded bytes. */
export const promisedMemory = (connections: number, documents: number): number =>
  150 * MB + 40 * KB * connections + 3 * documents;
