// The bytes of a page as words: in the encoding that their first bytes tell, else the one that the sender
// names, else the one that the page names, else UTF-8.

import { Tally } from "./tally.ts";

export type Decoded = { readonly text: string; readonly tally: Tally };

/** How many bytes of a page are looked at for the name of its encoding. */
const PRESCAN = 8192;

const NAMED = /charset\s*=\s*["']?\s*([\w:-]+)/i;
const IN_META = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:-]+)/i;
const IN_XML = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:-]+)/i;

/** Reads HTML. What nobody names the encoding of, and is no UTF-8, is read as Windows' Latin. */
export function decodeHtml(bytes: Uint8Array, contentType: string | null): Decoded {
  const decoder =
    markedDecoder(bytes) ??
    decoderOf(NAMED.exec(contentType ?? "")?.[1]) ??
    decoderOf(nameInPage(bytes)) ??
    new TextDecoder(isUtf8(bytes) ? "utf-8" : "windows-1252");
  const text = decoder.decode(bytes);
  const tally = new Tally();
  tally.add("letters-lost", text.match(/\ufffd+/g)?.length ?? 0);
  return { text, tally };
}

/** By the mark that may stand before a text. */
function markedDecoder([first, second, third]: Uint8Array): TextDecoder | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder();
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le");
  return first === 0xfe && second === 0xff ? new TextDecoder("utf-16be") : null;
}

/** A page that can be read as ASCII so far is not in UTF-16, whatever it says. */
function nameInPage(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, PRESCAN));
  const written = start.replace(/<!--[\s\S]*?-->/g, "");
  const name = IN_META.exec(written)?.[1] ?? IN_XML.exec(written)?.[1];
  return name?.toLowerCase().startsWith("utf-16") ? "utf-8" : name;
}

function decoderOf(name: string | undefined): TextDecoder | null {
  try {
    return name === undefined ? null : new TextDecoder(name);
  } catch {
    return null; // TextDecoder refuses names that it doesn't know by throwing RangeError
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false; // likewise by throwing TypeError
  }
}
