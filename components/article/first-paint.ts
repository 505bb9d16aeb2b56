// The script that the page loads before any other: highlights appear with the text.

import { paintInline } from "./inline-paint.ts";

for (const article of document.querySelectorAll<HTMLElement>("[data-highlights]")) {
  paintInline(article);
}
