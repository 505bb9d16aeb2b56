// The script that stands in the page right behind the article: highlights appear with the text,
// whatever else has yet to come.

import { paintInline } from "./inline-paint.ts";

const article = document.querySelector<HTMLElement>("[data-highlights]");
if (article) paintInline(article);
