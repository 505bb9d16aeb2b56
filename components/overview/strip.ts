// The strip at work: draws what it is told to show, follows the page, and finds what was pressed.

import type { AnnotationIndex, Placed } from "#domain/annotation/annotation-index.ts";
import type { Heat } from "#domain/annotation/heat.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { blank, drawHeat, drawKinds } from "./draw-rows.ts";
import { heatLane, kindLanes, nearestTo } from "./mark-rows.ts";
import { type BlockBox, rowsOfPage } from "./page-rows.ts";

/** The least time between two drawings, in milliseconds. */
const PAUSE = 500;

/** What makes colours resolve to others. */
const COLOUR_QUERIES = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];

/** What the strip is made of. */
export type StripElements = {
  /** As high as the strip. */
  readonly canvas: HTMLCanvasElement;
  /** Stands for the part of the page that is on screen. */
  readonly view: HTMLElement;
  /** Stands for the selected annotation. */
  readonly pin: HTMLElement;
};

export type StripPage = {
  readonly index: AnnotationIndex;
  /** The element around the article. */
  readonly article: HTMLElement;
  /** The blocks of the article as they are laid out, on the page. */
  readonly boxes: () => readonly BlockBox[];
};

export type StripContent = {
  /** In reading order. */
  readonly placed: readonly Placed[];
  /** The steps of heat that are not drawn; null for lanes of kinds. */
  readonly hiddenHeats: ReadonlySet<Heat> | null;
  readonly selected: string | null;
};

export class Strip {
  readonly #elements: StripElements;
  readonly #page: StripPage;
  readonly #stop = new AbortController();
  readonly #sizes = new ResizeObserver(() => this.#layOut());
  readonly #themes = new MutationObserver(() => this.#recolour());
  /** What colours resolve to, as long as the theme stays. */
  readonly #colours = new Map<string, string>();
  #content: StripContent = { placed: [], hiddenHeats: null, selected: null };
  #rowOf: ((offset: number) => number) | null = null;
  #text: AnnotationIndex["text"] | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #drawnAt = Number.NEGATIVE_INFINITY;

  constructor(elements: StripElements, page: StripPage) {
    this.#elements = elements;
    this.#page = page;
    const { signal } = this.#stop;
    for (const each of [page.article, document.body, elements.canvas]) this.#sizes.observe(each);
    this.#themes.observe(document.documentElement, { attributeFilter: ["data-theme", "dir"] });
    for (const query of COLOUR_QUERIES) {
      matchMedia(query).addEventListener("change", () => this.#recolour(), { signal });
    }
    if (!viewMovesItself()) {
      window.addEventListener("scroll", this.#moveView, { passive: true, signal });
    }
  }

  show(content: StripContent): void {
    const isSame =
      content.placed === this.#content.placed && content.hiddenHeats === this.#content.hiddenHeats;
    this.#content = content;
    this.#placePin();
    if (!isSame) this.#schedule();
  }

  /** The annotation nearest to a height in the window, in CSS pixels; null when there is none. */
  nearestTo(y: number): Placed | null {
    const rowOf = this.#rows();
    const row = y - this.#elements.canvas.getBoundingClientRect().top;
    return rowOf && nearestTo(row, this.#content.placed, rowOf);
  }

  destroy(): void {
    this.#stop.abort();
    this.#sizes.disconnect();
    this.#themes.disconnect();
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #layOut(): void {
    this.#rowOf = null;
    this.#placeView();
    this.#schedule();
  }

  #recolour(): void {
    this.#colours.clear();
    this.#schedule();
  }

  #schedule(): void {
    if (this.#timer !== null) return;
    const wait = Math.max(0, this.#drawnAt + PAUSE - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      // behind a frame everything is laid out, and asking where it lies costs nothing
      afterPaint(() => this.#draw());
    }, wait);
  }

  #draw(): void {
    if (this.#stop.signal.aborted) return;
    this.#drawnAt = performance.now();
    const { canvas } = this.#elements;
    const { placed, hiddenHeats } = this.#content;
    const { clientWidth: width, clientHeight: rows } = canvas;
    const rowOf = this.#rows();
    const pen = rowOf && rows > 0 ? blank(canvas) : null;
    if (!rowOf || !pen) return;
    if (hiddenHeats) drawHeat(pen, width, heatLane(placed, rowOf, rows, hiddenHeats), this.#colour);
    else drawKinds(pen, width, kindLanes(placed, rowOf, rows), this.#colour);
    this.#placePin();
  }

  /** The rows of the page as it is laid out now; null while the text is not on screen. */
  #rows(): ((offset: number) => number) | null {
    const { text } = this.#page.index;
    if (this.#rowOf !== null && text === this.#text) return this.#rowOf;
    const boxes = this.#page.boxes();
    if (boxes.length !== text.blocks.length) return null;
    const height = document.documentElement.scrollHeight;
    const rows = this.#elements.canvas.clientHeight;
    this.#text = text;
    this.#rowOf = rowsOfPage({ text, boxes, height, rows });
    return this.#rowOf;
  }

  /** A colour as the page resolves it here and now. */
  readonly #colour = (css: string): string => {
    const known = this.#colours.get(css);
    if (known !== undefined) return known;
    const { canvas } = this.#elements;
    canvas.style.color = css;
    const { color } = getComputedStyle(canvas);
    this.#colours.set(css, color);
    return color;
  };

  readonly #placeView = (): void => {
    const { canvas, view } = this.#elements;
    const height = document.documentElement.scrollHeight;
    const rows = canvas.clientHeight;
    const own = (innerHeight / height) * rows;
    view.style.height = `${own}px`;
    view.style.setProperty("--travel", `${rows - own}px`);
    if (!viewMovesItself()) this.#moveView();
  };

  readonly #moveView = (): void => {
    const share = window.scrollY / (document.documentElement.scrollHeight - innerHeight);
    this.#elements.view.style.translate = `0 calc(${share} * var(--travel))`;
  };

  #placePin(): void {
    const { pin } = this.#elements;
    const { placed, selected } = this.#content;
    const isSelected = ({ annotation }: Placed): boolean => annotation.id === selected;
    const range = selected === null ? null : placed.find(isSelected)?.range;
    const rowOf = range ? this.#rows() : null;
    const isHidden = !range || !rowOf;
    // even what stays the same counts as a change of the page, after which highlights are drawn anew
    if (pin.hidden !== isHidden) pin.hidden = isHidden;
    if (range && rowOf) pin.style.transform = `translateY(${rowOf(range.start)}px)`;
  }
}

/** Whether the browser moves the view with the page (overview.css): then nothing runs while it scrolls. */
function viewMovesItself(): boolean {
  return CSS.supports("animation-timeline: scroll()");
}
