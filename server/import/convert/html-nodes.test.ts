import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type ArticleNode, readNodes, writeNodes } from "#domain/article/article.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { parseImported } from "../parse-imported.ts";
import { nodesOfHtml } from "./html-nodes.ts";

const PIXEL = "data:image/png;base64,iVBORw0KGgo=";
const textsOf = (html: string): string[] =>
  blocksOfNodes(nodesOfHtml(html).nodes).map(({ text }) => text);
const noticesOf = (html: string) =>
  Object.fromEntries(nodesOfHtml(html).notices.map(({ code, count }) => [code, count]));

/** Checks nodes as the border does; returns how the article reads them back. */
function taken(nodes: readonly ArticleNode[]): ArticleNode[] {
  const filled = [...nodes, { type: "paragraph", content: [{ type: "text", text: "x" }] }];
  const about = { title: "", byline: null, published: null, source: null, language: null };
  parseImported({ ...about, nodes: filled, notices: [] });
  const article = new Y.Doc();
  writeNodes(article, nodes);
  return readNodes(article);
}

/** How many places each row of a table fills, those that cells above reach down to included. */
function widthsOf({ content: rows = [] }: ArticleNode): number[] {
  const widths = rows.map(() => 0);
  for (const [y, { content = [] }] of rows.entries()) {
    for (const { attrs = {} } of content) {
      const end = y + Number(attrs.rowspan ?? 1);
      for (let row = y; row < end; row++) {
        widths[row] = (widths[row] ?? 0) + Number(attrs.colspan ?? 1);
      }
    }
  }
  return widths;
}

describe("blocks", () => {
  test("[I16] white space is what browsers show, breaks stay, two of them part paragraphs", () => {
    expect(textsOf("a <b> b</b>\n c<br>d<br> <br>e<div>f<p>g</div>h")).toEqual([
      "a b c\nd",
      "e",
      "f",
      "g",
      "h",
    ]);
    expect(textsOf("<pre>\na\n  b\tc</pre><p>d&nbsp;e&shy;f</p>")).toEqual([
      "a\n  b    c",
      "d\u00a0ef",
    ]);
  });

  test("[I16] lists, quotations and tables are kept as the editor has them", () => {
    const { nodes } = nodesOfHtml(
      "<ol start=3><li><h3>a</h3>b<ul><li>c</ul><li><table><tr><th>d<td colspan=2>e<tr><td>f</table></ol><blockquote>g<h2>h</h2></blockquote>",
    );
    expect(taken(nodes)).toEqual(nodes);
    expect(nodes.map(({ type }) => type)).toEqual(["orderedList", "blockquote"]);
    expect(nodes[0]?.attrs).toEqual({ start: 3 });
    expect(blocksOfNodes(nodes).map(({ text }) => text)).toEqual([
      ..."abc",
      "",
      ..."def",
      "",
      "",
      ..."gh",
    ]);
  });

  test("[I16] tables that arrange a page are laid flat, and spans that would fill memory are none", () => {
    expect(textsOf("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>")).toEqual([
      ..."abc",
    ]);
    expect(noticesOf("<table role=presentation><tr><td>a<td>b</table>")).toEqual({
      "tables-flattened": 1,
    });
    const { nodes } = nodesOfHtml(
      "<table><tr><td colspan=99999999 rowspan=99999999>a<td>b</table>",
    );
    expect(taken(nodes)).toEqual(nodes);
    expect(blocksOfNodes(nodes)).toHaveLength(2);
  });

  test("[I16] rows of a table are equally long, whatever its spans", () => {
    const aCell = fc.record({ colspan: fc.integer({ min: -1, max: 4 }), rowspan: fc.nat(4) });
    const aTable = fc.array(fc.array(aCell, { maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(aTable, (rows) => {
        const cellOf = (cell: (typeof rows)[0][0]): string =>
          `<td colspan=${cell.colspan} rowspan=${cell.rowspan}>x`;
        const html = rows.map((cells) => `<tr>${cells.map(cellOf).join("")}`).join("");
        const [table] = nodesOfHtml(`<table>${html}</table>`).nodes;
        if (table?.type !== "table") return;
        const widths = widthsOf(table);
        expect(new Set(widths).size).toBe(1);
        expect(widths).toHaveLength(table.content?.length ?? 0);
      }),
    );
  });

  test("[I16] what a clipboard sets in styles is bold and italic, what is no longer bold is not", () => {
    const html =
      '<b style="font-weight:normal"><span style="font-weight:700">a</span><i>b</i></b><u>c</u>';
    const [paragraph] = nodesOfHtml(html).nodes;
    expect(paragraph?.content).toEqual([
      { type: "text", text: "a", marks: [{ type: "bold" }] },
      { type: "text", text: "b", marks: [{ type: "italic" }] },
      { type: "text", text: "c" },
    ]);
    expect(noticesOf(html)).toEqual({ "marks-dropped": 1 });
  });

  test("[I16] pictures inside the text stay with their captions, of others the caption stays", () => {
    const html = `<figure><img src="${PIXEL}" alt="Dot"><figcaption>A dot</figcaption></figure><figure><img src="https://elsewhere.example/x.png"><figcaption>Far away</figcaption></figure><img src="/count.gif" width=1 height=1><video src=x></video>`;
    const { nodes, notices } = nodesOfHtml(html);
    expect(nodes).toEqual([
      { type: "image", attrs: { src: PIXEL, alt: "Dot", caption: "A dot" } },
      { type: "paragraph", content: [{ type: "text", text: "Far away" }] },
    ]);
    expect(notices).toEqual([
      { code: "images-kept", count: 1 },
      { code: "images-dropped", count: 1 },
      { code: "embeds-dropped", count: 1 },
    ]);
  });
});

/** Of each class of attack on those who clean HTML, one or more; `alert` or `elsewhere` must not be left. */
const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)><script>alert(1)</script></svg>",
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=alert(1)&gt;'></mglyph></table></mtext></math>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
  "<a href='javascript:alert(1)'>x</a>",
  "<a href='java&#10;script:alert(1)'>x</a>",
  "<a href=' javascript:alert(1)'>x</a>",
  "<a href='\u0001javascript:alert(1)'>x</a>",
  "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
  "<a href='vbscript:alert(1)'>x</a>",
  "<iframe src='//elsewhere.example'></iframe><object data=x></object><embed src=//elsewhere.example>",
  "<link rel=stylesheet href=//elsewhere.example><style>@import '//elsewhere.example'</style>",
  "<p style='background:url(//elsewhere.example)'>x</p>",
  "<img src='https://elsewhere.example/spy.png' srcset='https://elsewhere.example/2x.png 2x'>",
  "<img src='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+'>",
  "<img src='data:image/png;base64,AAAA\" onerror=alert(1) x=\"'>",
  "<form action=//elsewhere.example><input name=a><button>alert</button></form>",
  "<base href='https://elsewhere.example/'><a href='x'>x</a>",
  "<meta http-equiv=refresh content='0;url=//elsewhere.example'>",
  "<template><script>alert(1)</script></template>",
  "<xmp><p title='</xmp><script>alert(1)</script>'></xmp>",
  "<textarea><img src=x onerror=alert(1)></textarea>",
  "<select><option><script>alert(1)</script></select>",
  "<p id=__proto__ class=constructor onclick=alert(1)>x</p>",
  "<details open ontoggle=alert(1)>x</details>",
  "<div><div><div onmouseover=alert(1)>".repeat(2000),
  "<plaintext>x",
  "<![CDATA[<script>x()</script>]]>",
];

describe("hostile HTML", () => {
  test.for(HOSTILE)("[I16] %s becomes blocks of ours", (html) => {
    const { nodes } = nodesOfHtml(`<p>before</p>${html}`, "https://site.example/");
    expect(taken(nodes)).toEqual(nodes);
    const links = JSON.stringify(nodes).match(/"(?:href|src)":"[^"]*"/g) ?? [];
    for (const link of links) expect(link).toMatch(/^"href":"https:\/\/site\.example\//);
    expect(JSON.stringify(nodes)).not.toMatch(/"on\w+":|"style":|"srcset":/);
  });

  const aPiece = fc.constantFrom(
    ..."<p> </p> <ul> <li> </ul> <table> <tr> <td> <th> </table> <b> </b> <br> <blockquote> <h2> <a href='/x'> </a> <img> <pre> <figure> <svg> </svg> <!-- --> <script> </script> text &amp; &lt;b&gt; \u202e".split(
      " ",
    ),
  );
  test("[I16] whatever the order of its pieces, what comes of HTML is as the article reads it back", () => {
    fc.assert(
      fc.property(fc.array(aPiece, { maxLength: 60 }), (pieces) => {
        const { nodes } = nodesOfHtml(pieces.join(" "));
        expect(taken(nodes)).toEqual(nodes);
      }),
      { numRuns: 300 },
    );
  });
});
