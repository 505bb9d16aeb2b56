// Reports what is selected in the article, however it was selected.

import type { TextRange } from "#domain/article/article-text.ts";
import type { TextSelection } from "../article-view-props.ts";
import type { TextOnScreen } from "../text-on-screen.ts";

type SelectionReports = {
  /** The words of a passage, so that blanks at its edges can be left out. */
  readonly textOf: (range: TextRange) => string;
  /** What is meant by a passage that a mouse or a finger selected. */
  readonly widen: (range: TextRange) => TextRange;
  readonly report: (selection: TextSelection | null) => void;
};

export class SelectionWatch {
  readonly #screen: () => TextOnScreen | null;
  readonly #reports: SelectionReports;
  readonly #stop = new AbortController();
  #by: TextSelection["by"] = "mouse";
  #isDragging = false;
  /** Whether Alt was held: then the selection stays as it is, to the letter. */
  #isExact = false;
  #reported: TextRange | null = null;

  constructor(screen: () => TextOnScreen | null, reports: SelectionReports) {
    this.#screen = screen;
    this.#reports = reports;
    const options = { capture: true, passive: true, signal: this.#stop.signal };
    document.addEventListener("pointerdown", this.#onDown, options);
    document.addEventListener("pointerup", this.#onUp, options);
    document.addEventListener("pointercancel", this.#onUp, options);
    document.addEventListener("keydown", this.#onKey, options);
    // letting go of Shift, too, may follow a selection sooner than its event
    document.addEventListener("keyup", this.#onChange, options);
    document.addEventListener("selectionchange", this.#onChange, options);
  }

  destroy(): void {
    this.#stop.abort();
  }

  #onDown = ({ pointerType, altKey }: PointerEvent): void => {
    this.#isExact = altKey;
    this.#by = pointerType === "touch" ? "touch" : "mouse";
    this.#isDragging = this.#by === "mouse";
  };

  #onUp = ({ altKey }: PointerEvent): void => {
    if (!this.#isDragging) return;
    this.#isExact ||= altKey;
    this.#isDragging = false;
    // A click into a selection takes it away only after this event
    setTimeout(this.#onChange);
  };

  #onKey = (): void => {
    this.#isDragging = false;
    this.#onChange(); // a key may follow a selection sooner than its event
    this.#by = "keyboard";
  };

  #onChange = (): void => {
    if (this.#isDragging || this.#stop.signal.aborted) return;
    const selection = this.#read();
    if (sameRange(selection?.range ?? null, this.#reported)) return;
    this.#reported = selection?.range ?? null;
    this.#reports.report(selection);
  };

  #read(): TextSelection | null {
    const screen = this.#screen();
    const selection = document.getSelection();
    const range = screen && selection && selectedRange(screen, selection);
    const trimmed = range && trim(range, this.#reports.textOf(range));
    if (!trimmed || !selection) return null;
    const meant = this.#meant(trimmed);
    const box = endBox(screen, meant, isBackward(selection));
    if (!box) return null;
    if (this.#by === "mouse" && !sameRange(meant, trimmed)) select(screen, meant, selection);
    const { left, top, right, bottom } = box;
    return { range: meant, box: { left, top, right, bottom }, by: this.#by };
  }

  /** Keys select to the letter. */
  #meant(range: TextRange): TextRange {
    return this.#isExact || this.#by === "keyboard" ? range : this.#reports.widen(range);
  }
}

/** What is selected inside the article, in offsets; null when nothing is. */
function selectedRange(screen: TextOnScreen, selection: Selection): TextRange | null {
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(screen.root)) return null;
  const inside = document.createRange();
  inside.selectNodeContents(screen.root);
  const isIn = (node: Node): boolean => screen.root.contains(node);
  if (isIn(range.startContainer)) inside.setStart(range.startContainer, range.startOffset);
  if (isIn(range.endContainer)) inside.setEnd(range.endContainer, range.endOffset);
  const start = screen.offsetOf(inside.startContainer, inside.startOffset);
  const end = screen.offsetOf(inside.endContainer, inside.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

/** Shows what is meant: with a mouse only, for the handles of a touch screen would jump. */
function select(screen: TextOnScreen, range: TextRange, selection: Selection): void {
  const meant = screen.rangeOf(range);
  if (!meant) return;
  const { startContainer, startOffset, endContainer, endOffset } = meant;
  if (isBackward(selection)) {
    selection.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset);
  } else selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

function sameRange(a: TextRange | null, b: TextRange | null): boolean {
  return a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end);
}

/** Leaves out blanks at both edges; null when nothing else is there. */
function trim({ start, end }: TextRange, words: string): TextRange | null {
  const lead = words.length - words.trimStart().length;
  const tail = words.length - words.trimEnd().length;
  return lead === words.length ? null : { start: start + lead, end: end - tail };
}

/** Where a selection ends: below its last line, or at its first one when it was made backwards. */
function endBox(screen: TextOnScreen, range: TextRange, backward: boolean): DOMRect | null {
  const boxes = [...(screen.rangeOf(range)?.getClientRects() ?? [])];
  return (backward ? boxes[0] : boxes.at(-1)) ?? null;
}

function isBackward({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection): boolean {
  if (!anchorNode || !focusNode) return false;
  if (anchorNode === focusNode) return focusOffset < anchorOffset;
  return Boolean(anchorNode.compareDocumentPosition(focusNode) & Node.DOCUMENT_POSITION_PRECEDING);
}
