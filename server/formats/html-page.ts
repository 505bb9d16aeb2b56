// A page that needs nobody: one file without scripts, whose own policy lets nothing else be loaded.

import { createHash } from "node:crypto";
import type { FileLanguage } from "./file-words.ts";
import { html, Markup } from "./markup.ts";

type Told = {
  readonly language: FileLanguage;
  readonly title: string;
  /** Of ours: no words of people may stand in it. */
  readonly css: string;
  readonly body: Markup;
};

export function pageOf({ language, title, css, body }: Told): Markup {
  const style = `\n${css.trim()}\n`;
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${body}</body>
</html>
`;
}
