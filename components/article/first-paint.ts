// The script that the page loads before any other: highlights appear with the text.

import { paintInline } from "./inline-paint.ts";

function paintPage(): void {
  const article = document.querySelector<HTMLElement>("[data-highlights]");
  if (article) paintInline(article);
}

paintPage();
// The script may have arrived before the text
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", paintPage);
