import fc from "fast-check";
import { expect, test } from "vitest";
import { newAnnotationId } from "./annotation-id.ts";
import { REF_LENGTH, readRef, refTo } from "./annotation-ref.ts";

test("[L9] a reference is read back, whoever the owner is", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (owner) => {
      const id = newAnnotationId();
      expect(readRef(refTo(owner, id))).toEqual({ owner, id });
    }),
  );
  expect(refTo("u".repeat(64), newAnnotationId())).toHaveLength(REF_LENGTH);
});

test("[L9] two people's annotations of one id have two references", () => {
  const id = newAnnotationId();
  expect(refTo("ada", id)).not.toBe(refTo("eve", id));
});

test.each([
  "",
  "/",
  "ada",
  "ada/",
  "ada/short",
  newAnnotationId(),
  `/${newAnnotationId()}`,
  `ada/${newAnnotationId()}x`,
])("[L9] %j is no reference", (ref) => expect(readRef(ref)).toBeNull());
