// Which part of a page is its matter, going by what the page says itself: the elements and names by
// which it sets menus, notices and comments apart.

import { isHidden } from "./html-elements.ts";

/** Where pages put their matter, the surest first. */
const MAIN = [
  "[itemprop=articleBody]",
  "article",
  "main",
  "[role=main]",
  "#content, #main, .content",
];

const BESIDE =
  "nav, aside, form, dialog, body > footer, [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=dialog], [role=alertdialog], [role=search], [role=menu], [role=toolbar]";

const BESIDE_NAMES =
  /(?:^|[-_\s])(?:cookies?|consent|gdpr|newsletter|subscri(?:be|ption)|paywall|share|sharing|social|related|recommend(?:ed|ations)?|promos?|teasers?|advert(?:s|isement)?|ads?|sponsor(?:ed)?|sidebar|breadcrumbs?|pagination|pager|menu|navbar|nav|toolbar|comments?|disqus|masthead|site-?(?:header|footer)|page-?footer|popup|modal|banner|editsection|toc|navbox)(?:[-_\s]|$)/i;

/** What is never set apart by its name alone. */
const MATTER = /^(?:html|body|article|main|p|h[1-6]|table|tbody|tr|td|th|b|i|em|strong)$/;

/** Takes out of the page what it shows beside its matter. Whatever holds half of its words is no such thing. */
export function takeOutBeside(document: Document): void {
  const half = lettersIn(document.body) / 2;
  for (const element of document.body.querySelectorAll("*")) {
    if (isBeside(element) && lettersIn(element) < half) element.remove();
  }
}

/** The part of the page that holds its matter: the whole of it, where no smaller one has half of its words. */
export function mainPart(document: Document): Element {
  const most = lettersIn(document.body);
  for (const selector of MAIN) {
    const part = sharedParent(outermost(document, selector));
    if (part && lettersIn(part) > most / 2) return part;
  }
  return document.body;
}

/** How many letters an element holds, counting white space once. */
const lettersIn = (element: Element): number =>
  (element.textContent ?? "").replace(/\s+/g, " ").length;

function isBeside(element: Element): boolean {
  if (isHidden(element) || element.matches(BESIDE)) return true;
  if (MATTER.test(element.localName)) return false;
  const names = `${element.getAttribute("class") ?? ""} ${element.id}`;
  return BESIDE_NAMES.test(names) || isMenu(element);
}

/** A list of three links or more in which nothing else is said. */
function isMenu(element: Element): boolean {
  if (!/^(?:ul|ol)$/.test(element.localName)) return false;
  const links = [...element.querySelectorAll("a")];
  const linked = links.reduce((sum, link) => sum + lettersIn(link), 0);
  return links.length >= 3 && linked > lettersIn(element) * 0.8;
}

function outermost(document: Document, selector: string): Element[] {
  return [...document.querySelectorAll(selector)].filter(
    (element) => !element.parentElement?.closest(selector),
  );
}

/** The one element, or the nearest one around all of them; null for none. */
function sharedParent([first, ...others]: readonly Element[]): Element | null {
  let around = first ?? null;
  while (around && !others.every((element) => around?.contains(element))) {
    around = around.parentElement;
  }
  return around;
}
