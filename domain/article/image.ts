// The pictures in an article: part of the text's own document, so that no page asks anybody else for them.

/** The longest address of an image, in UTF-16 code units: about 96 KiB of picture. */
export const IMAGE_LENGTH = 128 * 1024;

const ALLOWED = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

/** The source of an image when it may be shown (a picture inside the address itself, not too long); null otherwise. */
export function safeImage(src: unknown): string | null {
  return typeof src === "string" && src.length <= IMAGE_LENGTH && ALLOWED.test(src) ? src : null;
}
