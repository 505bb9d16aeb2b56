// A caret in text that cannot be edited: people without a mouse select words with the arrow keys.

import type { TextOnScreen } from "./text-on-screen.ts";

type Step = { readonly direction: string; readonly by: string };

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: { direction: "left", by: "character" },
  ArrowRight: { direction: "right", by: "character" },
  ArrowUp: { direction: "backward", by: "line" },
  ArrowDown: { direction: "forward", by: "line" },
  Home: { direction: "backward", by: "lineboundary" },
  End: { direction: "forward", by: "lineboundary" },
};

export class ReadingCaret {
  readonly #frame: HTMLElement;
  readonly #screen: () => TextOnScreen | null;
  readonly #stop = new AbortController();
  readonly #bar = document.createElement("div");
  #isOn = false;
  #byPointer = false;

  /** Listens inside `frame`, which holds the article, and draws the caret there. */
  constructor(frame: HTMLElement, screen: () => TextOnScreen | null) {
    this.#frame = frame;
    this.#screen = screen;
    this.#bar.className = "article-caret";
    this.#bar.hidden = true;
    frame.append(this.#bar);
    const { signal } = this.#stop;
    document.addEventListener("pointerdown", this.#onPointer, { capture: true, signal });
    document.addEventListener("keydown", this.#onAnyKey, { capture: true, signal });
    document.addEventListener("selectionchange", this.draw, { signal });
    frame.addEventListener("focusin", this.#onFocus, { signal });
    frame.addEventListener("focusout", this.#onBlur, { signal });
    frame.addEventListener("keydown", this.#onKey, { signal });
  }

  destroy(): void {
    this.#stop.abort();
    this.#bar.remove();
  }

  #onPointer = (): void => {
    this.#byPointer = true;
    this.#isOn = false;
    this.draw();
  };

  #onAnyKey = (): void => {
    this.#byPointer = false;
  };

  #onFocus = ({ target }: FocusEvent): void => {
    const screen = this.#screen();
    if (this.#byPointer || !screen || target !== screen.root) return;
    this.#isOn = true;
    if (!isWithin(screen.root, document.getSelection())) this.#putAtTopOfScreen(screen);
    this.draw();
  };

  #onBlur = (): void => {
    this.#isOn = false;
    this.draw();
  };

  #onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const screen = this.#screen();
    const selection = document.getSelection();
    if (!step || !screen || !selection || event.target !== screen.root || event.metaKey) return;
    // The arrows scroll for somebody who came with a mouse, unless something is selected
    if (!this.#isOn && (!event.shiftKey || selection.isCollapsed)) return;
    const isWide = event.ctrlKey || event.altKey;
    if (isWide && step.by === "lineboundary") return;
    event.preventDefault();
    this.#isOn = true;
    const byWord = isWide && step.by === "character";
    this.#move(screen, selection, event.shiftKey, byWord ? { ...step, by: "word" } : step);
  };

  #move(screen: TextOnScreen, selection: Selection, extend: boolean, step: Step): void {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    selection.modify(extend ? "extend" : "move", step.direction, step.by);
    if (!isWithin(screen.root, selection) && anchorNode && focusNode) {
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    }
    this.draw();
    this.#bar.scrollIntoView({ block: "nearest" });
  }

  /** The caret begins at the first line that can be read. */
  #putAtTopOfScreen(screen: TextOnScreen): void {
    const bar = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const visible = screen.elements.find(
      (element) => element.getBoundingClientRect().bottom > bar && element.textContent !== "",
    );
    if (visible) document.getSelection()?.collapse(firstText(visible), 0);
  }

  /** Draws the caret where the selection's moving end is. */
  draw = (): void => {
    const screen = this.#screen();
    const selection = document.getSelection();
    const box = this.#isOn && screen && selection ? focusBox(screen.root, selection) : null;
    this.#bar.hidden = box === null;
    if (box === null) return;
    const origin = this.#frame.getBoundingClientRect();
    this.#bar.style.translate = `${box.left - origin.left}px ${box.top - origin.top}px`;
    this.#bar.style.height = `${box.height}px`;
  };
}

function firstText(element: HTMLElement): Node {
  return document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() ?? element;
}

function isWithin(root: HTMLElement, selection: Selection | null): boolean {
  return selection?.focusNode != null && root.contains(selection.focusNode);
}

/** Where the moving end of the selection is, in the window; `left` is the edge at which the caret stands. */
function focusBox(
  root: HTMLElement,
  selection: Selection,
): { left: number; top: number; height: number } | null {
  const { focusNode, focusOffset } = selection;
  if (!focusNode || !root.contains(focusNode)) return null;
  const range = document.createRange();
  range.setStart(focusNode, focusOffset);
  const collapsed = range.getClientRects()[0];
  if (collapsed) return collapsed;
  // At a line break a collapsed range has no box of its own
  const element = focusNode instanceof Element ? focusNode : focusNode.parentElement;
  const box = element?.getBoundingClientRect();
  return box && element
    ? {
        left: box.left,
        top: box.top,
        height: Number.parseFloat(getComputedStyle(element).lineHeight) || box.height,
      }
    : null;
}
