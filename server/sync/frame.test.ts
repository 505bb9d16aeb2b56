// Frames as they are built once for many.

import { expect, test } from "vitest";
import { frameOf, keptFrameOf } from "./frame.ts";

test.each([0, 125, 126, 65_535, 65_536])(
  "[S23] a frame of %i bytes that is kept is like any other, and keeps nothing alive but itself",
  (length) => {
    const message = new Uint8Array(length).fill(7);
    const kept = keptFrameOf(message);
    expect(kept).toEqual(frameOf(message));
    expect(kept.buffer.byteLength).toBe(kept.length);
  },
);
