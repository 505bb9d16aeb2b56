// Keeps the signs of notes in the text in step with what is selected, noted and written.

import type { AnnotationIndex } from "#domain/annotation/annotation-index.ts";
import type { Signs } from "./note-signs.ts";
import type { MountedArticle } from "./reader.ts";
import type { TextOnScreen } from "./text-on-screen.ts";

/** What is to be told of the annotations. */
export type Telling = {
  /** The id of the selected annotation. */
  readonly selected: string | null;
  /** What is said of it; null when its words are not marked. */
  readonly description: string | null;
  /** As in `Signs`. */
  readonly details: ReadonlyMap<number, string>;
};

/** The live text, and what of it is on screen. */
type LiveText = { readonly mounted: MountedArticle; readonly screen: TextOnScreen };

/** How long changes are gathered, in milliseconds: those who listen are never as quick as that. */
const PAUSE = 150;

export class SignKeeper {
  readonly #index: AnnotationIndex;
  readonly #text: () => LiveText | null;
  readonly #onPut: () => void;
  readonly #stop = new AbortController();
  #telling: Telling = { selected: null, description: null, details: new Map() };
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** `onPut` hears that elements of the text have changed. */
  constructor(index: AnnotationIndex, text: () => LiveText | null, onPut: () => void) {
    this.#index = index;
    this.#text = text;
    this.#onPut = onPut;
    this.#stop.signal.addEventListener("abort", index.subscribe(this.refresh));
  }

  /** Another mark is put at once, and nothing points at what has gone; everything else comes soon. */
  tell(telling: Telling): void {
    const { selected, description, details } = this.#telling;
    const hasGone = details.size > 0 && telling.details.size === 0;
    const isNews = hasGone || telling.selected !== selected || telling.description !== description;
    this.#telling = telling;
    if (isNews) this.#put();
    else this.refresh();
  }

  /** To be called when the text may have lost its signs. */
  readonly refresh = (): void => {
    this.#timer ??= setTimeout(() => this.#put(), PAUSE);
  };

  destroy(): void {
    this.#stop.abort();
    if (this.#timer) clearTimeout(this.#timer);
  }

  #put(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const text = this.#text();
    if (text === null) return;
    if (isInHand(text) || !hasHeard(text)) {
      const { signal } = this.#stop;
      document.addEventListener("selectionchange", this.refresh, { once: true, signal });
      return;
    }
    if (text.mounted.showSigns(this.#index.text, this.#signs())) this.#onPut();
  }

  #signs(): Signs {
    const { selected, description, details } = this.#telling;
    const range = this.#index.get(selected ?? "")?.range;
    const mark = range && description !== null ? { range, description } : null;
    return { mark, details };
  }
}

/** Whether the view of text that is edited knows where the caret is: it would put it back to where it knew it last. */
function hasHeard({ mounted: { view }, screen }: LiveText): boolean {
  const { focusNode, focusOffset } = document.getSelection() ?? {};
  if (!view.editable || !focusNode || !screen.root.contains(focusNode)) return true;
  return view.posAtDOM(focusNode, focusOffset ?? 0) === view.state.selection.head;
}

/** Whether words are selected or being composed: their elements must stay as they are. */
function isInHand({ mounted, screen }: LiveText): boolean {
  const selection = document.getSelection();
  const isSelected = selection?.isCollapsed === false && selection.containsNode(screen.root, true);
  return isSelected || mounted.view.composing;
}
