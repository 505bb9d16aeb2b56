// Whatever a file, a page or a clipboard brings along: nothing of it runs, and nothing is asked of anybody,
// while it is looked over and once it is an article. The pages' policy is lifted, which would stop it.

import { expect, type Page } from "@playwright/test";
import { drop, paste } from "./support/bring.ts";
import { PAYLOADS, watchFor } from "./support/payloads.ts";
import { test } from "./support/test.ts";

const RUN = "alert(document.domain)";

/** A place of somebody else's, which hears of everything that is loaded from there. */
const AWAY = "//away.example/";

/** What parsers read in one way and browsers in another, and all that loads something. */
const TRAPS: readonly string[] = [
  `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`,
  `<svg><p><style><g title="</style><img src=x onerror=${RUN}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `<math><annotation-xml encoding="text/html"><p><style><img src=x onerror=${RUN}></style>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<noembed><img title="</noembed><img src=x onerror=${RUN}>">`,
  `<xmp><p title="</xmp><svg/onload=${RUN}>"></xmp>`,
  `<template><s><template><s><img src=x onerror=${RUN}>@</s></template></s></template>`,
  `<select><template><style><!--</style><a rel="--></style></template></select><img src onerror=${RUN}>">`,
  `<table><caption><svg><desc><td><style><a title="</style><img src onerror=${RUN}>">`,
  `<img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/%3E">`,
  `<svg><use href="data:image/svg+xml,%3Csvg id='x' xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='1' onerror='${RUN}'/%3E%3C/svg%3E#x"/></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y="9">drawn</text></a></svg>`,
  ...[
    "&#106;avascript:",
    "java&Tab;script:",
    "&#1;javascript:",
    "JaVaScRiPt&colon;",
    "vbscript:",
  ].map((scheme) => `<a href="${scheme}${RUN}">leads to a script</a>`),
  `<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">leads to data</a>`,
  `<a href="https:${AWAY}" ping="${AWAY}ping" target="_top" onclick=${RUN}>leads away</a>`,
  `<form id="documentElement"><input name="body"><input name="attributes"></form><img name="cookie">`,
  `<img src="${AWAY}1.png" srcset="${AWAY}2.png 2x" alt="a picture elsewhere">`,
  `<picture><source srcset="${AWAY}3.webp"><img src="${AWAY}3.png"></picture>`,
  `<video src="${AWAY}4.mp4" poster="${AWAY}4.png" autoplay></video><audio src="${AWAY}5.mp3" autoplay></audio>`,
  `<link rel="stylesheet" href="${AWAY}6.css"><link rel="preload" as="image" href="${AWAY}7.png">`,
  `<link rel="prefetch" href="${AWAY}8"><link rel="dns-prefetch" href="${AWAY}"><link rel="icon" href="${AWAY}9.png">`,
  `<p style="background:url(${AWAY}10.png)">styled</p><table background="${AWAY}11.png"><tr><td>cell</table>`,
  `<style>@import "${AWAY}12.css"; p { background: url(${AWAY}13.png) }</style>`,
  `<input type="image" src="${AWAY}14.png"><embed src="${AWAY}15"><object data="${AWAY}16"></object>`,
  `<iframe src="${AWAY}17"></iframe><svg><image href="${AWAY}18.png"/></svg>`,
  `<meta http-equiv="refresh" content="0; url=${AWAY}19"><base href="${AWAY}20/">`,
];

/** Ends whatever a trap has left open. */
const END =
  "--></style></script></title></textarea></noscript></xmp></noembed></iframe></select></template></svg></math></table></form></div>";

const traps = [...TRAPS, ...PAYLOADS];

const HTML = `<!doctype html><html lang="en"><title>A trap</title><article><h1>A trap</h1>
${traps.map((trap, index) => `<p>Before trap number ${index}.</p><div>${trap}${END}`).join("\n")}
<p>This is the end of all traps.</p></article></html>`;

const MARKDOWN = `# A trap of signs

[script](javascript:${RUN}) <javascript:${RUN}> ![picture](${AWAY}30.png) ![x][y]

[y]: data:text/html,<script>${RUN}</script>

${traps.join("\n\n")}

This is the end of all traps.
`;

/** Tells what ran and what was asked of others. */
function guard(page: Page): () => Promise<readonly string[]> {
  const asked: string[] = [];
  const own = new URL(page.url()).origin;
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(protocol) && origin.replace("ws", "http") !== own) {
      asked.push(request.url());
    }
  });
  const watch = watchFor(page);
  return async () => [...asked, ...(await watch.expectNone())];
}

for (const [kind, bring] of [
  ["a page", (page) => drop(page, [["trap.html", Buffer.from(HTML)]])],
  ["a text with signs", (page) => drop(page, [["trap.md", Buffer.from(MARKDOWN)]])],
  ["a clipboard", (page) => paste(page, HTML)],
] satisfies [string, (page: Page) => Promise<void>][]) {
  test(`nothing of ${kind} runs or is loaded, neither before it is an article nor after`, async ({
    person,
  }) => {
    const ada = await person("Ada", { bypassCSP: true });
    const { page } = ada;
    await page.goto("/articles/new");
    await expect(page.getByRole("button", { name: "Fetch" })).toBeVisible();
    const found = guard(page);
    await bring(page);
    await expect(page.getByText("This is the end of all traps.").first()).toBeVisible();
    expect(await found(), "looked over").toEqual([]);
    await page.getByRole("button", { name: "Add article" }).click();
    await expect(ada.article).toContainText("This is the end of all traps.");
    await ada.sees("Saved");
    expect(await found(), "as an article").toEqual([]);
  });
}
