// A reply that the address leads to, beside its annotation: `#annotation=…&reply=author/id`.

import { refTo } from "#domain/annotation/annotation-ref.ts";
import type { ToldReply } from "#domain/talk/talk-index.ts";

/** Whether the address of the page leads to this reply. */
export const leadsTo = ({ author, id }: ToldReply): boolean =>
  new URLSearchParams(location.hash.slice(1)).get("reply") === refTo(author, id);
