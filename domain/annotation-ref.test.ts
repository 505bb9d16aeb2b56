import fc from "fast-check";
import { expect, test } from "vitest";
import { REF_LENGTH, readRef, refTo } from "./annotation-ref.ts";
import { newId } from "./id.ts";

test("[L9] a reference is read back, whoever the owner is", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (owner) => {
      const id = newId();
      expect(readRef(refTo(owner, id))).toEqual({ owner, id });
    }),
  );
  expect(refTo("u".repeat(64), newId())).toHaveLength(REF_LENGTH);
});

test("[L9] two people's annotations of one id have two references", () => {
  const id = newId();
  expect(refTo("ada", id)).not.toBe(refTo("eve", id));
});

test.each(["", "/", "ada", "ada/", "ada/short", newId(), `/${newId()}`, `ada/${newId()}x`])(
  "[L9] %j is no reference",
  (ref) => expect(readRef(ref)).toBeNull(),
);
