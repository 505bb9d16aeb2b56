// Words that would run as a script where somebody forgot that they are words, and what tells that one did.

import type { Page } from "@playwright/test";

const RUN = "alert(document.domain)";

/** All on one line and without hidden characters, so that every field takes them. */
export const PAYLOADS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<ScRiPt src="data:text/javascript,${RUN}"></sCrIpT>`,
  `<script type="module">${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `--><script>${RUN}</script><!--`,
  `]]><script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<img src=x onerror="${RUN}">`,
  `"><img src=x onerror=${RUN}>`,
  `'><img src=x onerror=${RUN}>`,
  `\`><img src=x onerror=${RUN}>`,
  `<image/src/onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `<svg/onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><style><img src=x onerror=${RUN}></style>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<a href="javascript:${RUN}">x</a>`,
  `<a href="jAvAsCrIpT&colon;${RUN}">x</a>`,
  `javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `<form action="javascript:${RUN}"><button autofocus>x</button></form>`,
  `<input onfocus=${RUN} autofocus>`,
  `<select onfocus=${RUN} autofocus></select>`,
  `<details open ontoggle=${RUN}>x</details>`,
  `<video><source onerror=${RUN}></video>`,
  `<audio src=x onerror=${RUN}>`,
  `<body onload=${RUN}>`,
  `<marquee onstart=${RUN}>x</marquee>`,
  `" autofocus onfocus=${RUN} x="`,
  `' onmouseover=${RUN} style=position:fixed;inset:0 x='`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<base href="javascript:/${RUN}//">`,
  `<link rel=stylesheet href="data:text/css,*{color:red}">`,
  `<style>@import "data:text/css,*{color:red}";</style>`,
  `\${${RUN}} {{constructor.constructor('${RUN}')()}} <%= 1 %>`,
  `\\u003cimg src=x onerror=${RUN}\\u003e &lt;img src=x onerror=${RUN}&gt; &#60;svg onload=${RUN}&#62;`,
];

/** The payloads in as few texts of at most `length` characters as hold them. */
export function packed(length: number): string[] {
  const texts: string[] = [];
  for (const payload of PAYLOADS) {
    const together = `${texts.at(-1) ?? ""} ${payload}`.trim();
    if (texts.length > 0 && together.length <= length) texts[texts.length - 1] = together;
    else texts.push(payload.slice(0, length));
  }
  return texts;
}

/** Fails the journey at the next look when a dialog opened; the page is asked for what words cannot make. */
export function watchFor(page: Page): { readonly expectNone: () => Promise<string[]> } {
  const opened: string[] = [];
  page.on("dialog", (dialog) => {
    opened.push(`${dialog.message()} at ${page.url()}`);
    void dialog.dismiss();
  });
  return {
    expectNone: async () => [...opened, ...(await page.evaluate(elementsThatRun))],
  };
}

/** Runs in the page: elements that no page of ours has. */
function elementsThatRun(): string[] {
  const handlers = [...document.querySelectorAll("*")].filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith("on")),
  );
  const addresses = document.querySelectorAll(
    "[href^='javascript:' i], [src^='javascript:' i], [action^='javascript:' i], [href^='data:' i]",
  );
  const others = document.querySelectorAll(
    "iframe, object, embed, base, marquee, math, video, audio, meta[http-equiv=refresh], script:not([nonce], [src^='/_next/static/'])",
  );
  return [...handlers, ...addresses, ...others].map(({ outerHTML }) => outerHTML.slice(0, 200));
}
