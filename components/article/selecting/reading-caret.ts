// A caret in text that cannot be edited: people without a mouse select words with the arrow keys.

import type { ArticleText } from "#domain/article/article-text.ts";
import { type Step, stepFrom } from "#domain/article/steps.ts";
import type { TextOnScreen } from "../text-on-screen.ts";

type CaretArticle = {
  /** Null while there is nothing to read. */
  readonly screen: () => TextOnScreen | null;
  readonly text: () => ArticleText;
  /** Whether Shift and an arrow move an end of an annotation, and select nothing. */
  readonly isAdjusting: () => boolean;
  /** The caret goes on. */
  readonly onMove: () => void;
};

type NativeStep = { readonly direction: string; readonly by: string };

/** Steps along what is laid out, which the browser knows. */
const NATIVE_STEPS: Readonly<Record<string, NativeStep>> = {
  ArrowLeft: { direction: "left", by: "character" },
  ArrowRight: { direction: "right", by: "character" },
  ArrowUp: { direction: "backward", by: "line" },
  ArrowDown: { direction: "forward", by: "line" },
  Home: { direction: "backward", by: "lineboundary" },
  End: { direction: "forward", by: "lineboundary" },
};

/** With the Command key of a Mac, whose system keeps Ctrl and the arrows for itself. */
const COMMAND_STEPS: typeof NATIVE_STEPS = {
  ArrowLeft: { direction: "left", by: "lineboundary" },
  ArrowRight: { direction: "right", by: "lineboundary" },
  ArrowUp: { direction: "backward", by: "line" },
  ArrowDown: { direction: "forward", by: "line" },
};

export class ReadingCaret {
  readonly #frame: HTMLElement;
  readonly #article: CaretArticle;
  readonly #stop = new AbortController();
  readonly #bar = document.createElement("div");
  #isOn = false;
  #byPointer = false;

  /** Listens inside `frame`, which holds the article, and draws the caret there. */
  constructor(frame: HTMLElement, article: CaretArticle) {
    this.#frame = frame;
    this.#article = article;
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
    const native = (event.metaKey ? COMMAND_STEPS : NATIVE_STEPS)[event.key];
    const screen = this.#screen();
    const selection = document.getSelection();
    if (!native || !screen || !selection || event.target !== screen.root) return;
    if (this.#isForAnnotation(event, selection)) return;
    // The arrows scroll for somebody who came with a mouse, unless something is selected
    if (!this.#isOn && (!event.shiftKey || selection.isCollapsed)) return;
    const isWide = isLeap(event);
    if (isWide && native.by === "lineboundary") return;
    event.preventDefault();
    this.#isOn = true;
    if (!event.shiftKey) this.#article.onMove();
    if (isWide) this.#leap(screen, selection, event.shiftKey, wideStep(event, screen));
    else this.#move(screen, selection, event.shiftKey, native);
    this.draw();
    this.#bar.scrollIntoView({ block: "nearest" });
  };

  /** Shift and the arrows belong to the annotation in hand, until words are selected. */
  #isForAnnotation({ key, shiftKey }: KeyboardEvent, { isCollapsed }: Selection): boolean {
    const isSideways = key === "ArrowLeft" || key === "ArrowRight";
    return shiftKey && isSideways && isCollapsed && this.#article.isAdjusting();
  }

  #move(screen: TextOnScreen, selection: Selection, extend: boolean, step: NativeStep): void {
    if (!extend && !selection.isCollapsed && step.by === "character") {
      // Firefox would go on from the moving end
      const goesBack = (step.direction === "left") === isLeftToRight(screen.root);
      if (goesBack) selection.collapseToStart();
      else selection.collapseToEnd();
      return;
    }
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    selection.modify(extend ? "extend" : "move", step.direction, step.by);
    if (!isWithin(screen.root, selection) && anchorNode && focusNode) {
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    }
  }

  /** A step that the language of the article decides. */
  #leap(screen: TextOnScreen, selection: Selection, extend: boolean, step: Step): void {
    const { focusNode, focusOffset } = selection;
    const from = focusNode && screen.offsetOf(focusNode, focusOffset);
    const to = from === null ? null : screen.pointAt(stepFrom(this.#article.text(), from, step));
    if (!to) return;
    if (extend) selection.extend(...to);
    else selection.collapse(...to);
  }

  #screen(): TextOnScreen | null {
    return this.#article.screen();
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
    // even what stays the same counts as a change of the page, after which highlights are drawn anew
    if (this.#bar.hidden !== (box === null)) this.#bar.hidden = box === null;
    if (box === null) return;
    const origin = this.#frame.getBoundingClientRect();
    this.#bar.style.translate = `${box.left - origin.left}px ${box.top - origin.top}px`;
    this.#bar.style.height = `${box.height}px`;
  };
}

const isLeftToRight = (root: HTMLElement): boolean => getComputedStyle(root).direction !== "rtl";

/** Whether the language of the article decides how far a key goes. */
const isLeap = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  ctrlKey || altKey || (metaKey && (key === "ArrowUp" || key === "ArrowDown"));

/** Sideways by word; up and down by paragraph, with Alt by sentence. */
function wideStep({ key, altKey }: KeyboardEvent, screen: TextOnScreen): Step {
  const { language } = screen;
  if (key === "ArrowUp" || key === "ArrowDown") {
    return { unit: altKey ? "sentence" : "paragraph", by: key === "ArrowDown" ? 1 : -1, language };
  }
  return { unit: "word", by: (key === "ArrowRight") !== screen.isRightToLeft ? 1 : -1, language };
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
