// What pages of the web are put together from: texts of our own, and the furniture around them.

const PLACES = ["harbour", "library", "market hall", "tram line", "orchard", "archive", "bridge"];
const WHO = ["The council", "A teacher", "One of the fishers", "The engineer", "A neighbour"];
const DID = [
  "said on Monday that the work would go on until the autumn, whatever it may cost",
  "had asked for years that somebody look at the roof, and nobody ever did",
  "keeps a notebook in which every delay is written down with its date",
  "does not believe the figures, which were counted before the second storm came",
];

/** So many paragraphs in English, each another one. */
export function english(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, index) => {
    const at = index + from;
    const place = PLACES[at % PLACES.length];
    const [who, other] = [WHO[at % WHO.length], WHO[(at + 2) % WHO.length]];
    const end = `${other} ${DID[(at + 1) % DID.length]}.`;
    return `Of the ${place}, number ${at + 1} on the list, this was told: ${who} ${DID[at % DID.length]}. ${end}`;
  });
}

export const ARABIC = [
  "أعلن المجلس يوم الاثنين أن العمل في الميناء القديم سيستمر حتى الخريف، مهما كانت التكلفة النهائية للمشروع.",
  "وقالت إحدى المعلمات إن سقف المكتبة يحتاج إلى إصلاح منذ سنوات، وإن أحدًا لم ينظر في الأمر حتى الآن.",
  "ولا يصدق الجيران هذه الأرقام، لأنها حُسبت قبل العاصفة الثانية التي ضربت المدينة في شهر مارس.",
];
export const JAPANESE = [
  "市議会は月曜日、古い港の工事を秋まで続けると発表した。費用がいくらになるかは、まだ誰にも分からないという。",
  "図書館の屋根について、ある教師は何年も前から修理を求めてきたが、これまで誰も見に来なかったと話している。",
  "近所の人々はその数字を信じていない。二度目の嵐が来る前に数えられたものだからだ、と彼らは口をそろえる。",
];
export const RUSSIAN = [
  "Совет сообщил в понедельник, что работы в старой гавани продолжатся до осени, сколько бы они ни стоили.",
  "Учительница уже много лет просила починить крышу библиотеки, но до сих пор никто на неё не посмотрел.",
  "Соседи не верят этим цифрам: их посчитали ещё до того, как на город обрушилась вторая буря.",
];

export type SavedPage = {
  readonly name: string;
  readonly html: string;
  readonly title: string;
  /** What stands under the title, block by block. */
  readonly blocks: readonly string[];
  readonly language?: string | null;
  /** The page as bytes, where it is not in UTF-8. */
  readonly bytes?: Uint8Array;
};

export const p = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${text}</p>`).join("\n");
export const links = (...words: string[]): string =>
  `<ul>${words.map((word) => `<li><a href="/${word}">${word}</a></li>`).join("")}</ul>`;

export const MENU = `<header class="site-header"><a href="/">The Daily Wave</a><nav>${links("Home", "World", "Sport", "Weather")}</nav></header>`;
export const FOOTER = `<footer><p>Copyright of The Daily Wave, all rights reserved, read our terms.</p>${links("Terms", "Privacy", "Contact")}</footer>`;
export const RELATED = `<section class="related"><h2>Related stories</h2>${links("A ship that never came", "Ten bridges we miss", "Who owns the pier")}</section>`;
export const COMMENTS = `<section id="comments"><h2>3 comments</h2>${p(["I do not agree with a single word of this, and I have lived here for forty years.", "Somebody should pay for it, but surely not us who live at the other end of the town."])}</section>`;
export const COOKIES = `<div class="cookie-banner" role="dialog"><p>We and our partners use cookies to measure how you read, please accept all of them.</p><button>Accept</button></div>`;
export const SHARE = `<div class="share-bar"><a href="https://a.example">Share</a> <a href="https://b.example">Send</a></div>`;
export const AD = `<div class="ad"><p>Advertisement</p></div>`;

type Head = { readonly lang?: string; readonly head?: string; readonly titleTag?: string };

export function whole(
  title: string,
  body: string,
  { lang = "en", head = "", titleTag }: Head = {},
): string {
  return `<!doctype html><html${lang === "" ? "" : ` lang="${lang}"`}><head><meta charset="utf-8"><title>${titleTag ?? `${title} | The Daily Wave`}</title>${head}</head><body>${body}</body></html>`;
}

/** A page of one title and paragraphs; `body` puts them where the site has them. */
export function page(
  name: string,
  title: string,
  blocks: readonly string[],
  html: string,
  more: Partial<SavedPage> = {},
): SavedPage {
  return { name, title, blocks, html, ...more };
}
