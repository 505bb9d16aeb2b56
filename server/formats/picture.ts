// How large a picture is, as its own first bytes say.

/** In pixels. */
export type PictureSize = { readonly width: number; readonly height: number };

/** A picture in the address of an image, with its bytes. */
export type Picture = PictureSize & {
  readonly type: "png" | "jpg" | "gif";
  readonly bytes: Uint8Array;
};

/** The picture that an address of the article's images holds; null for one that programs for texts do not know, or that is broken. */
export function pictureIn(src: string): Picture | null {
  const [, type, data = ""] = /^data:image\/(png|jpeg|gif);base64,(.*)$/.exec(src) ?? [];
  const bytes = new Uint8Array(Buffer.from(data, "base64"));
  const view = new DataView(bytes.buffer);
  try {
    if (type === "png") {
      return { type, bytes, ...within(view.getUint32(16), view.getUint32(20)) };
    }
    if (type === "gif") {
      return { type, bytes, ...within(view.getUint16(6, true), view.getUint16(8, true)) };
    }
    return type === "jpeg" ? { type: "jpg", bytes, ...sizeOfJpeg(view) } : null;
  } catch {
    return null;
  }
}

/** Throws RangeError where the bytes end before they told. */
function sizeOfJpeg(view: DataView): PictureSize {
  let at = 2;
  while (!isFrame(view.getUint16(at))) at += 2 + view.getUint16(at + 2);
  return within(view.getUint16(at + 7), view.getUint16(at + 5));
}

/** Whether a marker begins a frame, which tells the size. */
const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);

/** The width of a page's text, in pixels of 96 to the inch. */
const PAGE = 600;

/** The same shape, no wider than a page and never without width or height. */
function within(width: number, height: number): PictureSize {
  if (width === 0 || height === 0) throw new RangeError("a picture of nothing");
  const scale = Math.min(1, PAGE / width, PAGE / height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
