// The container of W3C's protocol as it is answered: as a whole with its first page, or page by page.

import { z } from "@hono/zod-openapi";
import { W3C_CONTEXT } from "../formats/w3c-item.ts";
import type { Container } from "./w3c-container.ts";

/** How many annotations and replies are on a page. */
const PAGE = 100;

const LDP_CONTEXT = "http://www.w3.org/ns/ldp.jsonld";

export const pageQuery = z.strictObject({
  page: z.coerce.number().int().nonnegative().optional().openapi({ description: "From 0." }),
  iris: z.enum(["0", "1"]).optional().openapi({
    description: "1: only the addresses of annotations. Absent: as the header Prefer says.",
  }),
});

/** What is to be told of a container: addresses instead of annotations, and none of them at once. */
export type Wish = { readonly iris: boolean; readonly minimal: boolean };

/** Reads the header `Prefer`; what it does not say is false. */
export function readPrefer(header: string | undefined): Wish {
  const included = /\binclude="([^"]*)"/i.exec(header ?? "")?.[1]?.split(/\s+/) ?? [];
  return {
    iris: included.includes("http://www.w3.org/ns/oa#PreferContainedIRIs"),
    minimal: included.includes("http://www.w3.org/ns/ldp#PreferMinimalContainer"),
  };
}

/** The container; where it holds nothing, it has no page either. */
export function collectionOf(container: Container, title: string, wish: Wish): object {
  const last = Math.ceil(container.contained.length / PAGE) - 1;
  const first = wish.minimal ? addressOf(container, wish, 0) : pageOf(container, wish, 0);
  return {
    "@context": [...W3C_CONTEXT, LDP_CONTEXT],
    id: addressOf(container, wish),
    type: ["BasicContainer", "AnnotationCollection"],
    ...{ label: title, total: container.contained.length },
    ...(last >= 0 && { first, last: addressOf(container, wish, last) }),
  };
}

/** A page by itself; null where there is none. */
export function lonePage(container: Container, wish: Wish, page: number): object | null {
  const told = pageOf(container, wish, page);
  return told && { "@context": W3C_CONTEXT, ...told };
}

function pageOf(container: Container, wish: Wish, page: number): object | null {
  const { contained } = container;
  const here = contained.slice(page * PAGE, (page + 1) * PAGE);
  if (here.length === 0) return null;
  return {
    ...{ id: addressOf(container, wish, page), type: "AnnotationPage" },
    partOf: { id: addressOf(container, wish), total: contained.length },
    ...(page > 0 && { prev: addressOf(container, wish, page - 1) }),
    ...((page + 1) * PAGE < contained.length && { next: addressOf(container, wish, page + 1) }),
    startIndex: page * PAGE,
    items: here.map((each) => (wish.iris ? container.addressOf(each) : container.item(each))),
  };
}

/** Where the container is told in this way, or one of its pages. */
export function addressOf({ address }: Container, { iris }: Wish, page?: number): string {
  return `${address}?iris=${iris ? 1 : 0}${page === undefined ? "" : `&page=${page}`}`;
}
