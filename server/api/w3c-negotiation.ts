// What the headers of W3C's protocol say: in which form somebody asks, and of which state they know.

import { createHash } from "node:crypto";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { Problem } from "./problem.ts";

export const LD_JSON = "application/ld+json";

/** The form in which annotations are told. */
export const ANNOTATION_TYPE = `${LD_JSON}; profile="http://www.w3.org/ns/anno.jsonld"`;

type Asked = Pick<Context, "req">;

const TOLD: ReadonlySet<string> = new Set([LD_JSON, "application/json", "application/*", "*/*"]);

/** Ends the request with 406 when its sender takes nothing that is told here. */
export function demandAccepted(context: Context): void {
  const match = (sent: readonly { readonly type: string; readonly q: number }[]): string =>
    sent.find(({ type, q }) => q > 0 && TOLD.has(type.toLowerCase()))?.type ?? "";
  const header = context.req.header("accept");
  if (header === undefined) return;
  if (accepts(context, { header: "Accept", supports: [...TOLD], default: "", match }) !== "")
    return;
  throw new Problem(406, `Annotations are told as ${LD_JSON} here. Accept that.`);
}

/** A strong entity tag for whatever `parts` make up. */
export function tagOf(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\n");
  return `"${hash.digest("base64url")}"`;
}

/** Whether the sender has this state already. */
export const isKnown = ({ req }: Asked, tag: string): boolean =>
  tagsIn(req.header("if-none-match")).some(
    (each) => each === "*" || each.replace(/^W\//, "") === tag,
  );

/** Ends the request with 412 when it is about another state than this. */
export function demandMatch({ req }: Asked, tag: string): void {
  const wanted = req.header("if-match");
  if (wanted === undefined || tagsIn(wanted).some((each) => each === "*" || each === tag)) return;
  throw new Problem(412, "The annotation was changed meanwhile. Read it again first.");
}

const tagsIn = (header = ""): string[] => header.split(",").map((tag) => tag.trim());
