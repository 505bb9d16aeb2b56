// What the article on screen needs from the desk around it, and what it tells back.

import type { Ref, RefObject } from "react";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { TextRange } from "#domain/article/article-text.ts";
import type { ArticleSession } from "../session/article-session.ts";
import type { Readable } from "../session/store.ts";
import type { Look } from "./painting/look.ts";
import type { BlockWindow } from "./reading-window.ts";

/** A selection in the article. `box` is where it ends on screen, in CSS pixels of the window. */
export type TextSelection = {
  readonly range: TextRange;
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  /** How it was made: a menu for touch opens elsewhere than one for the mouse. */
  readonly by: "mouse" | "touch" | "keyboard";
};

/** Questions about the layout of the text, answered from the page as it stands. */
export type ArticleGeometry = {
  /** Distance of a passage's first line from the top of the article element, in CSS pixels; null when it isn't laid out. */
  topOf(range: TextRange): number | null;
  /** From where to where each text block reaches, from the top of the page, in CSS pixels. */
  boxes(): readonly { readonly top: number; readonly bottom: number }[];
  /** The text blocks that the window shows, and those up to `reach` CSS pixels above and below it. */
  blocksNear(reach: number): BlockWindow;
  /** How far below the top of the window the letters at `offsets` stand, which all lie in one block; null for one that isn't laid out. */
  topsIn(block: number, offsets: readonly number[]): readonly (number | null)[];
  /** Gives the article the focus, without scrolling. */
  focus(): void;
  /** Scrolls a passage into the middle of the window (at once with reduced motion) and focuses the article. */
  reveal(range: TextRange): void;
  /** Takes the browser's selection away. */
  clearSelection(): void;
};

export type ArticleViewProps = {
  readonly session: ArticleSession;
  /** Around the article as the server rendered it, which is shown until the live text has arrived. */
  readonly frame: RefObject<HTMLElement | null>;
  /** Where the tools go while the text is edited. */
  readonly toolbar: RefObject<HTMLElement | null>;
  /** The live text is in the page: the server's must go before this returns. False: it is gone again. */
  readonly onLive: (isLive: boolean) => void;
  /** Whether the text is being edited; the Collaboration extension is mounted only then. */
  readonly editing: boolean;
  /** Whether an annotation passes the filters. */
  readonly shows: (annotation: Annotation) => boolean;
  /** What the colours of highlights tell. */
  readonly look: Look;
  /** Whether what others have selected is shown. */
  readonly showsOthers: boolean;
  /** Whether what a mouse or a finger selects is widened to whole words. */
  readonly wholeWords: boolean;
  /** A hand has dragged an end of one's own selected annotation. */
  readonly onAdjust: (id: string, range: TextRange) => void;
  readonly hovered: string | null;
  /** What somebody has searched for. */
  readonly found: readonly TextRange[];
  readonly selected: string | null;
  /** What those who listen are told of the selected annotation; null when it isn't shown. */
  readonly description: string | null;
  /** As in `Signs`. */
  readonly details: Readable<ReadonlyMap<number, string>>;
  /** The annotations under the pointer, the innermost first; empty when it left them. */
  readonly onHover: (ids: readonly string[]) => void;
  /** A click on a highlight (repeated clicks walk through stacked ones), or null for a click beside all. */
  readonly onSelect: (id: string | null) => void;
  readonly onSelection: (selection: TextSelection | null) => void;
  /** Called whenever lines may have moved: resize, edit, fonts. */
  readonly onLayout: () => void;
  readonly geometry: Ref<ArticleGeometry>;
};
