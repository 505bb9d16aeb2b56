// Strokes as rules of a style sheet.

import type { Strokes } from "./strokes.ts";

/** The rules; where the system sets the colours, lines alone tell what is marked. */
export function rulesOf(strokes: Strokes): string {
  const names = strokes.map(([name]) => `::highlight(${name})`).join();
  const forced = `${names} { background-color: transparent; text-decoration-color: CanvasText; }`;
  return `${strokes.map(ruleOf).join("\n")}\n@media (forced-colors: active) { ${forced} }`;
}

function ruleOf([name, stroke]: Strokes[number]): string {
  const { backgroundColor, textDecoration, textUnderlineOffset } = stroke;
  return `::highlight(${name}) { background-color: ${backgroundColor}; text-decoration: ${textDecoration}; text-underline-offset: ${textUnderlineOffset}; }`;
}
