// Which annotations the pointer is over, and which one a click means.

import type { TextOnScreen } from "../text-on-screen.ts";

type PointerReports = {
  /** The annotations over a letter, the innermost first. */
  readonly idsAt: (offset: number) => readonly string[];
  readonly selected: () => string | null;
  readonly onHover: (ids: readonly string[]) => void;
  readonly onSelect: (id: string | null) => void;
};

export class PointerWatch {
  readonly #frame: HTMLElement;
  readonly #screen: () => TextOnScreen | null;
  readonly #reports: PointerReports;
  readonly #stop = new AbortController();
  #hovered: readonly string[] = [];
  #point: { x: number; y: number } | null = null;
  #scheduled: number | null = null;
  #clicked: readonly string[] = [];

  /** Listens inside `frame`, which holds the article. */
  constructor(frame: HTMLElement, screen: () => TextOnScreen | null, reports: PointerReports) {
    this.#frame = frame;
    this.#screen = screen;
    this.#reports = reports;
    const options = { passive: true, signal: this.#stop.signal };
    frame.addEventListener("pointermove", this.#onMove, options);
    frame.addEventListener("pointerleave", this.#onLeave, options);
    frame.addEventListener("click", this.#onClick, options);
  }

  destroy(): void {
    this.#stop.abort();
    if (this.#scheduled !== null) cancelAnimationFrame(this.#scheduled);
  }

  #onMove = ({ pointerType, clientX, clientY, buttons }: PointerEvent): void => {
    if (pointerType === "touch" || buttons !== 0) return;
    this.#point = { x: clientX, y: clientY };
    this.#scheduled ??= requestAnimationFrame(() => {
      this.#scheduled = null;
      if (this.#point) this.#hover(this.#idsAt(this.#point.x, this.#point.y));
    });
  };

  #onLeave = (): void => {
    this.#point = null;
    this.#hover([]);
  };

  #hover(ids: readonly string[]): void {
    if (ids.join() === this.#hovered.join()) return;
    this.#hovered = ids;
    this.#frame.toggleAttribute("data-over-highlight", ids.length > 0);
    this.#reports.onHover(ids);
  }

  #onClick = ({ clientX, clientY }: MouseEvent): void => {
    if (document.getSelection()?.isCollapsed === false) return;
    const ids = this.#idsAt(clientX, clientY);
    const isAgain = ids.join() === this.#clicked.join();
    const selected = this.#reports.selected();
    const next = isAgain && selected !== null ? ids.indexOf(selected) + 1 : 0;
    this.#clicked = ids;
    this.#reports.onSelect(ids[next % Math.max(1, ids.length)] ?? null);
  };

  #idsAt(x: number, y: number): readonly string[] {
    const offset = this.#screen()?.letterAt(x, y) ?? null;
    return offset === null ? [] : this.#reports.idsAt(offset);
  }
}
