import { expect, test } from "vitest";
import { newAnnotationId } from "#domain/annotation/annotation-id.ts";
import { refTo } from "#domain/annotation/annotation-ref.ts";
import { linkedIn, linkTo } from "./linked-annotation.ts";

test("[T10] a link to an annotation is read back, and no other address is taken for one", () => {
  const ref = refTo("guest-7", newAnnotationId());
  const address = linkTo(new URL("https://postil.example/articles/a1?x=1#old"), ref);
  expect(address).toBe(`https://postil.example/articles/a1#annotation=${ref}`);
  expect(linkedIn(new URL(address).hash)).toBe(ref);
  for (const hash of ["", "#", "#annotation=", "#annotation=ann", "#annotation=/x", `#${ref}`]) {
    expect(linkedIn(hash)).toBeNull();
  }
});
