// What an annotation is called in its layer: short, for every annotation carries it.

import { toBase64UrlEncoded } from "lib0/buffer";
import { getRandomValues } from "lib0/webcrypto";

/** The length of an annotation's id. */
export const ANNOTATION_ID_LENGTH = 10;

/** What `newAnnotationId` returns: 10 letters of base64url. */
export const ANNOTATION_ID_PATTERN = /^[A-Za-z0-9_-]{10}$/;

/**
 * A fresh id for an annotation: 60 random bits. Two of 10,000 in a layer are alike once in twenty
 * thousand million layers; where layers meet, annotations go by references.
 */
export function newAnnotationId(): string {
  return toBase64UrlEncoded(getRandomValues(new Uint8Array(8))).slice(0, ANNOTATION_ID_LENGTH);
}
