// How articles look as HTML: the same lines below words as in Postil, on screens of every size, light
// and dark, and on paper.

import type { Scheme } from "#domain/scheme/scheme.ts";

const COLOUR = /^#[0-9a-f]{6}$/i;

/** Colours of a codebook go into rules, so nothing else may stand there. */
const colour = (told: string): string => (COLOUR.test(told) ? told : "#808080");

const coloursOf = ({ kinds }: Scheme): string =>
  kinds
    .map(({ id, colours: { light, dark } }) => {
      const line = `light-dark(${colour(light.line)}, ${colour(dark.line)})`;
      const tint = `light-dark(${colour(light.tint)}, ${colour(dark.tint)})`;
      return `.${id} { --line: ${line}; --tint: ${tint}; }`;
    })
    .join("\n");

/** The rules of every page with an article. */
export const looksOf = (scheme: Scheme): string => `${coloursOf(scheme)}\n${LOOKS}`;

const LOOKS = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fcfbf8, #161513);
  --raised: light-dark(#ffffff, #1f1d1a);
  --ink: light-dark(#1c1b19, #ece9e2);
  --muted: light-dark(#615d55, #a8a397);
  --rule: light-dark(#e2ded4, #35322d);
  --accent: light-dark(#23406e, #a9c3f0);
  --sans: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --serif: Georgia, "Noto Serif", "Times New Roman", serif;
}
* { box-sizing: border-box; }
html { scroll-padding-block: 2rem; }
body { margin: 0; padding: 1.5rem max(1.25rem, env(safe-area-inset-left)) 4rem; background: var(--paper); color: var(--ink); font: 0.95rem/1.5 var(--sans); overflow-wrap: anywhere; }
main, header, footer { max-width: 44rem; margin-inline: auto; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin: 2.5rem 0 1rem; padding-block-start: 0.6rem; border-block-start: 2px solid var(--ink); font-size: 1rem; }
.muted, time { color: var(--muted); }
time { white-space: nowrap; }
.notes mark, time { unicode-bidi: isolate; }
.article { font: 1.125rem/1.8 var(--serif); }
.article :is(p, h1, h2, h3, h4, h5, h6) { white-space: pre-wrap; margin: 0 0 1em; }
.article :is(h1, h2, h3, h4, h5, h6) { margin-block-start: 1.4em; padding: 0; border: 0; font-family: var(--serif); line-height: 1.5; }
.article :is(h1, h2, h3, h4, h5, h6):first-child { margin-block-start: 0; }
.article h1 { font-size: 1.9rem; }
.article h2 { font-size: 1.5rem; }
.article :is(h3, h4, h5, h6) { font-size: 1.2rem; }
.article :is(li, td, th) > :last-child { margin: 0; }
.article blockquote { margin: 0 0 1em; padding-inline-start: 1em; border-inline-start: 3px solid var(--rule); color: var(--muted); }
.wide { overflow-x: auto; margin-block-end: 1em; }
table { border-collapse: collapse; }
.article :is(td, th), .counts :is(td, th) { border: 1px solid var(--rule); padding: 0.3em 0.6em; text-align: start; vertical-align: top; }
figure { margin: 0 0 1em; }
img { max-width: 100%; height: auto; }
figcaption { color: var(--muted); font: 0.85rem/1.4 var(--sans); }
mark { background: color-mix(in oklab, var(--line) var(--depth, 0%), var(--tint)); color: inherit; text-decoration-skip-ink: none; }
mark.entity { text-decoration: underline dotted 2px var(--line); text-underline-offset: 2px; }
mark.claim { text-decoration: underline solid 1.5px var(--line); text-underline-offset: 5px; }
mark.framing { text-decoration: underline wavy 1px var(--line); text-underline-offset: 8px; }
mark.d2 { --depth: 7%; }
mark.d3 { --depth: 14%; }
span:target + mark, span:target + span + mark, sup:has(+ span:target) { outline: 2px solid var(--accent); outline-offset: 2px; }
sup { font: 600 0.7rem/0 var(--sans); unicode-bidi: isolate; }
sup a { padding: 0.5em 0.1em; text-decoration: none; }
sup a:hover { text-decoration: underline; }
.notes, .replies, .facts { margin: 0; padding: 0; list-style: none; }
.notes > li { padding: 0.9rem 0 0.6rem; border-block-start: 1px solid var(--rule); break-inside: avoid; }
.notes > li:first-child { border: 0; padding-block-start: 0; }
.notes > li:target { background: var(--raised); box-shadow: 0 0 0 0.75rem var(--raised), 0 0 0 calc(0.75rem + 2px) var(--accent); }
.notes p { margin: 0 0 0.4rem; }
.notes blockquote { margin: 0 0 0.5rem; padding-inline-start: 0.75em; border-inline-start: 3px solid var(--rule); font-family: var(--serif); }
li:has(a.number) blockquote { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 4; line-clamp: 4; }
.number { display: inline-block; min-width: 1.75rem; padding: 0.1rem 0.3rem; border: 1px solid var(--rule); border-radius: 0.35rem; font-weight: 600; font-variant-numeric: tabular-nums; text-align: center; text-decoration: none; }
a.number:hover { border-color: currentColor; }
.label-of { margin-inline: 0.25rem; }
.said { white-space: pre-wrap; }
.facts { color: var(--muted); font-size: 0.875rem; }
.replies { margin-block-start: 0.6rem; padding-inline-start: 0.9rem; border-inline-start: 2px solid var(--rule); }
.replies > li { margin-block-end: 0.6rem; }
@media (pointer: coarse) {
  .number { min-width: 2.75rem; padding-block: 0.6rem; }
  sup a { padding: 1em 0.5em; }
}
@media print {
  :root { color-scheme: light; font-size: 10pt; }
  body { padding: 0; background: none; }
  main, header, footer { max-width: none; }
  li:has(a.number) blockquote { -webkit-line-clamp: 2; line-clamp: 2; }
  a { color: inherit; }
  nav { display: none; }
  h2, h3 { break-after: avoid; }
}
@page { margin: 18mm; }
`;
