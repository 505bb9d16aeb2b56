// Pages in other languages, and in the encodings that pages had before UTF-8.

import {
  ARABIC,
  english,
  FOOTER,
  JAPANESE,
  MENU,
  p,
  page,
  RUSSIAN,
  type SavedPage,
  whole,
} from "./page-parts.test-kit.ts";

const six = english(6);

export function languagePages(): SavedPage[] {
  const arabic = "الميناء القديم يفتح أبوابه";
  const japanese = "古い港が再び開く";
  const russian = "Старая гавань снова открыта";
  const ruby = JAPANESE.map((text) => text.replace("港", "<ruby>港<rt>みなと</rt></ruby>"));
  const old = (charset: string, title: string, texts: readonly string[]) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>${title}</title></head><body><h1>${title}</h1>${p(texts)}</body></html>`;
  const cp1251 = old("windows-1251", russian, RUSSIAN);
  return [
    page(
      "Arabic",
      arabic,
      ARABIC,
      whole(arabic, `${MENU}<main dir="rtl"><h1>${arabic}</h1>${p(ARABIC)}</main>${FOOTER}`, {
        lang: "ar",
      }),
      { language: "ar" },
    ),
    page(
      "Japanese with readings",
      japanese,
      JAPANESE,
      whole(japanese, `${MENU}<article><h1>${japanese}</h1>${p(ruby)}</article>`, { lang: "ja" }),
      { language: "ja" },
    ),
    page("windows-1251", russian, RUSSIAN, cp1251, { bytes: encode1251(cp1251), language: null }),
    page("Shift_JIS", "2026 HARBOUR", [SJIS_WORDS.repeat(6)], "", {
      bytes: shiftJis(),
      language: null,
    }),
    page("no encoding named, Latin", "Café Müller", [`Le café était fermé. ${six[0]}`], "", {
      bytes: Buffer.from(
        `<html><head><title>Café Müller</title></head><body><h1>Café Müller</h1><p>Le café était fermé. ${six[0]}</p></body></html>`,
        "latin1",
      ),
      language: null,
    }),
  ];
}

/** Cyrillic as Windows had it: the letters stand in one row. */
function encode1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (code < 0x80) return code;
    if (letter === "Ё") return 0xa8;
    return letter === "ё" ? 0xb8 : code - 0x410 + 0xc0;
  });
}

const SJIS_WORDS = "日本語のテキスト、これは古い文字コードで書かれた。";
const SJIS_BYTES =
  "93fa967b8cea82cc8365834c83588367814182b182ea82cd8cc382a295b68e9a8352815b836882c58f9182a982ea82bd8142";

function shiftJis(): Uint8Array {
  const words = Buffer.from(SJIS_BYTES.repeat(6), "hex");
  const start = `<html><head><meta charset="Shift_JIS"><title>2026 HARBOUR</title></head><body><p>`;
  return Buffer.concat([Buffer.from(start), words, Buffer.from("</p></body></html>")]);
}
