// From a file that somebody chose to a picture that fits into an article. It is drawn anew, which
// makes it small and leaves out what cameras write into it: the place, the time, the device.

import { IMAGE_LENGTH, safeImage } from "#domain/article/image.ts";

export type Picture = { readonly src: string; readonly width: number; readonly height: number };

/** Why a file cannot be used. */
export type PictureRefusal = "image-no-picture" | "image-too-large";

/** What browsers are asked to choose from. */
export const PICTURE_TYPES = "image/png,image/jpeg,image/webp,image/gif";

/** The widths to try, in pixels: twice the column on a fine screen, and less. */
const WIDTHS = [1280, 960, 720, 540, 360] as const;

const QUALITIES = [0.85, 0.7] as const;

/** Reads a file as a picture; a moving one stays as it is. */
export async function readPicture(file: File): Promise<Picture | PictureRefusal> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return "image-no-picture";
  try {
    if (file.type === "image/gif") return await asItIs(file, bitmap);
    return (await drawn(bitmap)) ?? "image-no-picture";
  } finally {
    bitmap.close();
  }
}

async function asItIs(
  file: File,
  { width, height }: ImageBitmap,
): Promise<Picture | PictureRefusal> {
  if ((file.size * 4) / 3 > IMAGE_LENGTH - 64) return "image-too-large";
  const src = safeImage(await readAddress(file));
  return src === null ? "image-no-picture" : { src, width, height };
}

/** The largest and best of the sizes and qualities that fit. */
async function drawn(bitmap: ImageBitmap): Promise<Picture | null> {
  for (const limit of WIDTHS) {
    const scale = Math.min(1, limit / bitmap.width, (2 * limit) / bitmap.height);
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    for (const quality of QUALITIES) {
      const src = safeImage(await drawnAs(bitmap, { width, height, quality }));
      if (src !== null) return { src, width, height };
    }
  }
  return null;
}

type Drawing = { readonly width: number; readonly height: number; readonly quality: number };

/** The address of the picture as WebP, or as JPEG on white where the browser cannot write that. */
async function drawnAs(bitmap: ImageBitmap, { width, height, quality }: Drawing): Promise<string> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  context?.drawImage(bitmap, 0, 0, width, height);
  const webp = canvas.toDataURL("image/webp", quality);
  if (webp.startsWith("data:image/webp")) return webp;
  if (context) {
    context.globalCompositeOperation = "destination-over";
    context.fillStyle = "#fff";
    context.fillRect(0, 0, width, height);
  }
  return canvas.toDataURL("image/jpeg", quality);
}

function readAddress(file: File): Promise<unknown> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onloadend = () => resolve(reader.result);
    reader.readAsDataURL(file);
  });
}
