// Makes a font that comes late stay away until the next page: text that somebody reads, selects and
// marks must not move under the hand. Next runs it over the style sheets of our fonts.

export default function steadyFonts(source) {
  return source.replaceAll("font-display: swap", "font-display: optional");
}
