// Pictures that come inside a file: small ones are kept, in the text itself.

import { safeImage } from "#domain/article/image.ts";

/** How much all pictures of a file may take together, in UTF-16 units of their addresses. */
const ALL_PICTURES = 8 * 1024 * 1024;

const BEGINNINGS: readonly (readonly [type: string, first: RegExp])[] = [
  ["png", /^\x89PNG/],
  ["jpeg", /^\xff\xd8\xff/],
  ["gif", /^GIF8[79]a/],
  ["webp", /^RIFF....WEBP/s],
];

/** Pictures of one file. What a picture is, its first bytes say. */
export class Pictures {
  #left = ALL_PICTURES;

  /** The address of a picture that holds it; "" for one that is too large, or of another type. */
  address(bytes: Uint8Array): string {
    const first = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
    const type = BEGINNINGS.find(([, beginning]) => beginning.test(first))?.[0];
    if (type === undefined) return "";
    const src = safeImage(`data:image/${type};base64,${Buffer.from(bytes).toString("base64")}`);
    if (src === null || src.length > this.#left) return "";
    this.#left -= src.length;
    return src;
  }
}
