// What annotations take in their layers, and how quickly they are read out of them, without any browser.

import * as Y from "yjs";
import { readLayer } from "../../domain/annotation/layer.ts";
import type { Corpus } from "./corpus.ts";
import { documentsOf } from "./layers.ts";

/** Runs before the measurement, so that all code is compiled. */
const WARMUP = 3;

export type LayerFigures = {
  /** Bytes of an annotation in its encoded layer, on average. */
  readonly bytes: number;
  /** Milliseconds to read all annotations out of the encoded layers, one for each round. */
  readonly read: readonly number[];
};

export function measureLayers(corpus: Corpus, rounds: number): LayerFigures {
  const updates = documentsOf(corpus).layers.map((layer) => Y.encodeStateAsUpdate(layer));
  const bytes = updates.reduce((sum, { length }) => sum + length, 0);
  const times = Array.from({ length: WARMUP + rounds }, () => timeToRead(updates));
  return { bytes: bytes / corpus.annotations.length, read: times.slice(WARMUP) };
}

function timeToRead(updates: readonly Uint8Array[]): number {
  const start = performance.now();
  for (const [owner, update] of updates.entries()) {
    const layer = new Y.Doc();
    Y.applyUpdate(layer, update);
    if (readLayer(layer, `${owner}`).length === 0) throw new Error("No annotation was read.");
  }
  return performance.now() - start;
}
