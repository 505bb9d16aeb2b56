// Two handles at the ends of one's own selected annotation: dragged with a mouse, a pen or a finger,
// they put it on other words. For the eye and the pointer only; keys do the same.

import type { TextRange } from "#domain/article/article-text.ts";
import { isReadFromRight } from "../letter-direction.ts";
import type { TextOnScreen } from "../text-on-screen.ts";

type Edge = "start" | "end";

export type Adjusted = {
  /** Shows where the annotation would go; null when nothing is dragged any more. */
  readonly onPreview: (range: TextRange | null) => void;
  readonly onMove: (range: TextRange) => void;
  /** Widens what a hand dragged, unless `exact`. */
  readonly widen: (range: TextRange, exact: boolean) => TextRange;
};

/** A drag: what stands still, and how far the pointer is from the end that it moves. */
type Drag = {
  readonly edge: Edge;
  readonly from: TextRange;
  readonly dx: number;
  readonly dy: number;
};

export class EdgeHandles {
  readonly #frame: HTMLElement;
  readonly #screen: () => TextOnScreen | null;
  readonly #adjusted: Adjusted;
  readonly #stop = new AbortController();
  readonly #handles: Readonly<Record<Edge, HTMLElement>>;
  #range: TextRange | null = null;
  #drag: Drag | null = null;
  #dragged: TextRange | null = null;

  /** Draws the handles in `frame`, which holds the article. */
  constructor(frame: HTMLElement, screen: () => TextOnScreen | null, adjusted: Adjusted) {
    this.#frame = frame;
    this.#screen = screen;
    this.#adjusted = adjusted;
    this.#handles = { start: this.#handle("start"), end: this.#handle("end") };
    const { signal } = this.#stop;
    document.addEventListener("selectionchange", this.draw, { signal });
  }

  destroy(): void {
    this.#stop.abort();
    for (const handle of Object.values(this.#handles)) handle.remove();
  }

  /** Puts the handles at the ends of a passage; null takes them away. */
  show(range: TextRange | null): void {
    this.#range = range;
    if (range === null) this.#finish();
    this.draw();
  }

  /** Draws the handles where the ends are now. */
  draw = (): void => {
    const range = this.#dragged ?? this.#range;
    const isSelecting = document.getSelection()?.isCollapsed === false;
    for (const edge of ["start", "end"] as const) {
      const handle = this.#handles[edge];
      const box = range && !isSelecting ? this.#boxOf(range, edge) : null;
      // even what stays the same counts as a change of the page, after which highlights are drawn anew
      if (handle.hidden !== (box === null)) handle.hidden = box === null;
      if (box === null) continue;
      const origin = this.#frame.getBoundingClientRect();
      handle.style.translate = `${box.x - origin.left}px ${box.top - origin.top}px`;
      handle.style.height = `${box.height}px`;
    }
  };

  #handle(edge: Edge): HTMLElement {
    const handle = document.createElement("div");
    handle.className = "article-edge";
    handle.dataset.edge = edge;
    handle.hidden = true;
    const { signal } = this.#stop;
    handle.addEventListener("pointerdown", (event) => this.#onDown(edge, event), { signal });
    handle.addEventListener("pointermove", this.#onDrag, { signal });
    handle.addEventListener("pointerup", this.#onUp, { signal });
    handle.addEventListener("pointercancel", this.#finish, { signal });
    // a click here is no click on the text below
    handle.addEventListener("click", (event) => event.stopPropagation(), { signal });
    this.#frame.append(handle);
    return handle;
  }

  #onDown = (edge: Edge, event: PointerEvent): void => {
    const box = this.#range && this.#boxOf(this.#range, edge);
    if (!box || !this.#range || event.button !== 0) return;
    event.preventDefault();
    const [dx, dy] = [box.x - event.clientX, box.top + box.height / 2 - event.clientY];
    this.#drag = { edge, from: this.#range, dx, dy };
    this.#handles[edge].setPointerCapture(event.pointerId);
    // what lies under the pointer is the text, not the handle
    this.#frame.toggleAttribute("data-adjusting", true);
  };

  #onDrag = ({ clientX, clientY, altKey }: PointerEvent): void => {
    const drag = this.#drag;
    const at = drag && this.#screen()?.caretAt(clientX + drag.dx, clientY + drag.dy);
    if (!drag || at == null) return;
    const moved = { ...drag.from, [drag.edge]: at };
    if (moved.start >= moved.end) return;
    const widened = this.#adjusted.widen(moved, altKey);
    this.#dragged = { ...drag.from, [drag.edge]: widened[drag.edge] };
    this.#adjusted.onPreview(this.#dragged);
    this.draw();
  };

  #onUp = (): void => {
    const [drag, dragged] = [this.#drag, this.#dragged];
    this.#finish();
    if (!drag || !dragged) return;
    if (dragged[drag.edge] !== drag.from[drag.edge]) this.#adjusted.onMove(dragged);
  };

  #finish = (): void => {
    if (this.#drag === null) return;
    this.#drag = null;
    this.#dragged = null;
    this.#frame.toggleAttribute("data-adjusting", false);
    this.#adjusted.onPreview(null);
    this.draw();
  };

  /** Where an end is in the window; `x` is the side of its letter that faces outwards. */
  #boxOf(range: TextRange, edge: Edge): { x: number; top: number; height: number } | null {
    const screen = this.#screen();
    const at = edge === "start" ? range.start : range.end - 1;
    const letter = screen?.rangeOf({ start: at, end: at + 1 });
    const box = letter && [...letter.getClientRects()].at(edge === "start" ? 0 : -1);
    if (!screen || !box || box.height === 0) return null;
    const fromRight = isReadFromRight(String(letter), screen.isRightToLeft);
    const x = (edge === "start") !== fromRight ? box.left : box.right;
    return { x, top: box.top, height: box.height };
  }
}
