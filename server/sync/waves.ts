// Ends many sockets a few at a time, so that those who had them do not all knock again in one instant.

/** The least size of a wave, how many waves there are at most, and the milliseconds between two. */
const SIZE = 50;
const WAVES = 40;
const PAUSE = 200;

/**
 * Takes everything out of `left`, also what joins it meanwhile, and hands it to `end`: fifty at once,
 * thousands over eight seconds. Resolves when nothing is left.
 */
export async function inWaves<T>(left: Set<T>, end: (wave: readonly T[]) => void): Promise<void> {
  const size = Math.max(SIZE, Math.ceil(left.size / WAVES));
  while (left.size > 0) {
    const wave = [...left].slice(0, size);
    for (const each of wave) left.delete(each);
    end(wave);
    if (left.size > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
