// What an annotation is called where the layers of several people meet. An id is unique in its layer
// only: whoever writes a layer by hand can give it the id of somebody else's annotation.

import { ANNOTATION_ID_LENGTH, ANNOTATION_ID_PATTERN } from "./annotation-id.ts";

/** The longest reference, in UTF-16 code units; a user id has up to 64. */
export const REF_LENGTH = 64 + 1 + ANNOTATION_ID_LENGTH;

/** The reference `owner/id` to the annotation `id` in the layer of the user `owner`. */
export const refTo = (owner: string, id: string): string => `${owner}/${id}`;

/** Whose layer a reference is to; empty for what names none. */
export const ownerIn = (ref: string): string => ref.slice(0, Math.max(0, ref.lastIndexOf("/")));

/** Reads what `refTo` wrote; null when it is no reference. */
export function readRef(ref: string): { readonly owner: string; readonly id: string } | null {
  const owner = ownerIn(ref);
  const id = ref.slice(ref.lastIndexOf("/") + 1);
  return owner !== "" && ANNOTATION_ID_PATTERN.test(id) ? { owner, id } : null;
}
