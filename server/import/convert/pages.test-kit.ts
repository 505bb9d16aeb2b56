// More than twenty pages of the web as sites of many kinds build them, each with what a reader would call
// its text.

import { languagePages } from "./language-pages.test-kit.ts";
import {
  AD,
  COMMENTS,
  COOKIES,
  english,
  FOOTER,
  links,
  MENU,
  p,
  page,
  RELATED,
  type SavedPage,
  SHARE,
  whole,
} from "./page-parts.test-kit.ts";

const six = english(6);

function news(): SavedPage[] {
  const title = "The old harbour opens again";
  const between = six
    .map((text, index) => `<p>${text}</p>${index === 2 ? AD + SHARE : ""}`)
    .join("");
  const captioned = `<figure><img src="/boat.jpg" alt="Boat"><figcaption>A boat waits for its first guests</figcaption></figure>`;
  return [
    page(
      "a news site",
      title,
      six,
      whole(
        title,
        `${COOKIES}${MENU}<main><article><h1>${title}</h1>${SHARE}${between}${RELATED}</article></main>${COMMENTS}${FOOTER}`,
      ),
    ),
    page(
      "captioned figures",
      title,
      [six[0] ?? "", "A boat waits for its first guests", ...six.slice(1)],
      whole(
        title,
        `${MENU}<article><h1>${title}</h1><p>${six[0]}</p>${captioned}${p(six.slice(1))}</article>${FOOTER}`,
      ),
    ),
    page(
      "a title in JSON-LD only",
      "What the storm left behind",
      six,
      whole("x", `${MENU}<main><div class="story">${p(six)}</div></main>${FOOTER}`, {
        titleTag: "The Daily Wave",
        head: `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"What the storm left behind","author":[{"@type":"Person","name":"Ada Moss"}],"datePublished":"2026-03-04T08:00:00+01:00"}]}</script>`,
      }),
    ),
  ];
}

function interrupted(): SavedPage[] {
  const title = "The old harbour opens again";
  const paid = english(4, 3);
  return [
    page(
      "a paywall's beginning",
      title,
      paid,
      whole(
        title,
        `${MENU}<article><h1>${title}</h1>${p(paid)}<div class="paywall"><p>Subscribe now for one coin a week and read on, cancel whenever you like.</p></div></article>${FOOTER}`,
      ),
    ),
    page(
      "an opinion with a pulled quote",
      "Leave the pier alone",
      [...six.slice(0, 3), "Nobody asked the gulls.", ...six.slice(3)],
      whole(
        "Leave the pier alone",
        `${MENU}<div id="content"><h1>Leave the pier alone</h1><div class="byline">By Ada Moss</div><div class="body">${p(six.slice(0, 3))}<blockquote><p>Nobody asked the gulls.</p></blockquote>${p(six.slice(3))}</div></div><aside>${p(english(2, 9))}</aside>${FOOTER}`,
      ),
    ),
    page(
      "a newsletter box between",
      title,
      six,
      whole(
        title,
        `${MENU}<article><h1>${title}</h1>${p(six.slice(0, 2))}<div class="newsletter-signup"><h3>Our newsletter</h3><p>All of the town in your letter box, every morning at six, for free.</p><form><input><button>Send</button></form></div>${p(six.slice(2))}</article>${FOOTER}`,
      ),
    ),
  ];
}

function unnamed(): SavedPage[] {
  const title = "Twelve keys for one door";
  const bar = `<div class="flex gap-4"><a href="/">Home</a> <a href="/w">World</a> <a href="/l">Local</a></div>`;
  const buttons = `<div class="flex gap-2"><a href="/s">Share</a><button>Save</button><span>3 min read</span></div>`;
  const card = `<div class="p-4 rounded"><a href="/k"><h3>The man who cuts keys</h3><p>He has cut keys for forty years and does not lock his own door, as he told us.</p></a></div>`;
  const more = `<p><a href="/k">Read more: the man who cuts keys</a></p>`;
  const sections = [six.slice(0, 2), six.slice(2, 4), six.slice(4)].map(
    (texts) => `<section class="mt-8">${p(texts)}</section>`,
  );
  const tags = `<ul class="flex"><li><a href="/t/1">keys</a></li><li><a href="/t/2">doors</a></li><li><a href="/t/3">town</a></li></ul>`;
  return [
    page(
      "a site without names",
      title,
      six,
      whole(
        title,
        `${bar}<main class="mx-auto"><article><header><h1>${title}</h1>${buttons}</header>${sections[0]}${card}${sections[1]}${more}${sections[2]}${tags}</article></main><div class="bg-black">${bar}<p>Made in town.</p></div>`,
      ),
    ),
    page(
      "answers below without a name",
      title,
      six,
      whole(
        title,
        `${MENU}<main><article><h1>${title}</h1>${p(six)}</article><ol><li><b>Bo</b><p>I had one of these keys and gave it away, which I regret to this day.</p></li><li><b>Cy</b><p>There were thirteen, as everybody knows who was there in that year.</p></li></ol></main>${FOOTER}`,
      ),
    ),
  ];
}

function tickers(): SavedPage[] {
  const title = "Live: the bridge is moved";
  const posts = english(8, 2);
  const times = posts.map((_, index) => `1${index}:05`);
  const ticker = posts.map(
    (text, index) =>
      `<article class="post"><time datetime="2026-03-04T1${index}:05">${times[index]}</time><h3>Step ${index + 1} of the move</h3><p>${text}</p></article>`,
  );
  const short = [
    "The ferry is late.",
    "It has come.",
    "It leaves again at noon.",
    "Nobody is on it.",
    "The end.",
  ];
  return [
    page(
      "a live ticker",
      title,
      posts.flatMap((text, index) => [times[index] ?? "", `Step ${index + 1} of the move`, text]),
      whole(title, `${MENU}<main><h1>${title}</h1>${ticker.join("")}</main>${RELATED}${FOOTER}`),
    ),
    page(
      "a page of very short paragraphs",
      "A day at the ferry",
      [...short, ...english(2)],
      whole(
        "A day at the ferry",
        `${MENU}<article><h1>A day at the ferry</h1>${p([...short, ...english(2)])}</article>${COMMENTS}${FOOTER}`,
      ),
    ),
  ];
}

function weblogs(): SavedPage[] {
  const title = "Why I walk to work";
  const list = ["bread", "a pencil", "the map of 1911"];
  const nested = `<ol><li>Pack the bag:<ul>${list.map((item) => `<li>${item}</li>`).join("")}</ul></li><li>Leave before eight.</li></ol>`;
  return [
    page(
      "a weblog",
      title,
      six,
      whole(
        title,
        `<div id="page" class="has-sidebar"><div id="header"><h2>Slow town</h2></div><div class="post hentry"><h1 class="entry-title">${title}</h1><div class="entry-content">${p(six)}</div><div class="sharing">${links("Share", "Like", "Print")}</div></div><div id="sidebar">${links("March", "February", "January")}<p>About me: I write about walking.</p></div></div>${COMMENTS}`,
        { titleTag: `${title} – Slow town` },
      ),
    ),
    page(
      "nested lists",
      title,
      [...six.slice(0, 3), "Pack the bag:", ...list, "Leave before eight.", ...six.slice(3)],
      whole(
        title,
        `${MENU}<article><h1>${title}</h1>${p(six.slice(0, 3))}${nested}${p(six.slice(3))}</article>${FOOTER}`,
      ),
    ),
    page(
      "paragraphs made of breaks",
      title,
      six,
      whole(
        title,
        `<table width="100%"><tr><td>${links("Home", "Old posts", "Guest book")}</td><td><h1>${title}</h1>${six.join("<br><br>")}</td></tr></table>`,
        { lang: "" },
      ),
      { language: null },
    ),
    page(
      "nothing but div",
      title,
      six,
      whole(
        title,
        `<div class="top">${links("One", "Two", "Three")}</div><div><div><h1>${title}</h1>${six.map((text) => `<div>${text}</div>`).join("")}</div></div><div class="footer">${links("Four", "Five", "Six")}</div>`,
      ),
    ),
  ];
}

function places(): SavedPage[] {
  const posts = english(5, 1);
  const forum = posts.map(
    (text, index) =>
      `<div class="message" id="m${index}"><div class="user"><a href="/u${index}">user${index}</a></div><div class="message-body"><p>${text}</p></div></div>`,
  );
  const wiki = "Tidal mill";
  const cells = ["Mill", "Built", "Eel Mill", "1740", "Long Mill", "1811"];
  const table = `<table><tr><th>Mill</th><th>Built</th></tr><tr><td>Eel Mill</td><td>1740</td></tr><tr><td>Long Mill</td><td>1811</td></tr></table>`;
  const edit = `<span class="mw-editsection">[<a href="/e">edit</a>]</span>`;
  return [
    page(
      "a forum",
      "Which mill still grinds?",
      posts,
      whole(
        "Which mill still grinds?",
        `<div class="menu">${links("Index", "Search", "Rules")}</div><h1>Which mill still grinds?</h1><div class="thread">${forum.join("")}</div>${FOOTER}`,
      ),
    ),
    page(
      "a wiki",
      wiki,
      [...six.slice(0, 2), "History", ...six.slice(2, 4), "Mills", ...cells, ...six.slice(4)],
      whole(
        wiki,
        `<div id="mw-navigation">${links("Main page", "Random", "Help")}</div><div id="content"><h1>${wiki}</h1>${p(six.slice(0, 2))}<div id="toc" class="toc"><h2>Contents</h2>${links("History", "Mills", "Sources")}</div><h2>History${edit}</h2>${p(six.slice(2, 4))}<h2>Mills${edit}</h2>${table}${p(six.slice(4))}<div class="navbox">${links("Wind", "Water", "Steam")}</div></div>`,
        { titleTag: "Tidal mill – Open Almanac" },
      ),
    ),
    page(
      "a table amid the text",
      "What the mills grind",
      [...six.slice(0, 3), ...cells, ...six.slice(3)],
      whole(
        "What the mills grind",
        `${MENU}<main><h1>What the mills grind</h1>${p(six.slice(0, 3))}${table}${p(six.slice(3))}</main>${FOOTER}`,
      ),
    ),
  ];
}

export const SAVED_PAGES: readonly SavedPage[] = [
  ...news(),
  ...interrupted(),
  ...unnamed(),
  ...tickers(),
  ...weblogs(),
  ...places(),
  ...languagePages(),
];
