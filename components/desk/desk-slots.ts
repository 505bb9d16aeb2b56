// The places in the frame that the live parts of the screen are drawn into. The frame itself is drawn
// once, by the server: a long text is never laid out again because its tools have come.

import { type RefObject, useMemo, useRef } from "react";

type Slot = RefObject<HTMLDivElement | null>;

export type DeskSlots = {
  /** In the bar. */
  readonly tools: Slot;
  /** Below the bar. */
  readonly notice: Slot;
  /** Around everything that belongs to the article. */
  readonly article: Slot;
  /** Around the text itself. */
  readonly text: Slot;
  /** Over the text. */
  readonly toolbar: Slot;
  readonly margin: RefObject<HTMLElement | null>;
};

export function useSlots(): DeskSlots {
  const tools = useRef<HTMLDivElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const margin = useRef<HTMLElement>(null);
  return useMemo(() => ({ tools, notice, article, text, toolbar, margin }), []);
}
