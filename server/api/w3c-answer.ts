// How the container of W3C's protocol and what it holds are answered, with the headers that it asks for.

import type { Context } from "hono";
import { W3C_CONTEXT } from "../formats/w3c-item.ts";
import { Problem } from "./problem.ts";
import type { Contained, Container } from "./w3c-container.ts";
import { ANNOTATION_TYPE, isKnown, tagOf } from "./w3c-negotiation.ts";

/** An annotation by itself, with the headers that tell of it. */
export function tellOne(context: Context, container: Container, one: Contained): object {
  const told = loneItem(container, one);
  describeOne(context, one);
  context.header("ETag", tagOf(JSON.stringify(told)));
  context.header("Vary", "Accept, Prefer");
  context.header("Content-Type", ANNOTATION_TYPE);
  return told;
}

/** The tag of an annotation as it is. */
export const tagOfOne = (container: Container, one: Contained): string =>
  tagOf(JSON.stringify(loneItem(container, one)));

const loneItem = (container: Container, one: Contained): object => ({
  "@context": W3C_CONTEXT,
  ...container.item(one),
});

/** A page, or the refusal that there is none. */
export function answerPage(context: Context, page: object | null): Response {
  if (page === null) throw new Problem(404, "There is no such page. The container tells the last.");
  context.header("Allow", "GET, HEAD, OPTIONS");
  const body = JSON.stringify(page);
  return answer(context, body, tagOf(body));
}

export function describeContainer(context: Context): void {
  const links = [
    '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
    '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
  ];
  context.header("Link", links.join(", "));
  context.header("Allow", "GET, HEAD, OPTIONS, POST");
  context.header("Accept-Post", ANNOTATION_TYPE);
}

export function describeOne(context: Context, { reply }: Contained): void {
  context.header("Link", '<http://www.w3.org/ns/ldp#Resource>; rel="type"');
  context.header("Allow", `GET, HEAD, OPTIONS${reply === null ? ", PUT, DELETE" : ""}`);
}

/** Answers with a body and its tag; with nothing where the caller knows it already. */
export function answer(context: Context, body: string, tag: string): Response {
  context.header("ETag", tag);
  context.header("Vary", "Accept, Prefer");
  if (isKnown(context, tag)) return context.body(null, 304);
  return context.body(body, 200, { "Content-Type": ANNOTATION_TYPE });
}
