// The article in the page through its three lives: the server's HTML, the text for reading that
// follows its document, the text being edited. What lies around it (painting, pointer, selection,
// caret) stays the same and is handed from one to the next.

import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import { type TextRange, textBetween } from "#domain/article/article-text.ts";
import { wholeWords } from "#domain/article/steps.ts";
import type { ArticleSession } from "../session/article-session.ts";
import type { Readable } from "../session/store.ts";
import type { ArticleGeometry, TextSelection } from "./article-view-props.ts";
import { geometryOf } from "./geometry.ts";
import { LineTops } from "./line-tops.ts";
import type { Look } from "./painting/look.ts";
import { type Emphasis, Painter } from "./painting/painter.ts";
import type { MountedArticle, mountReader } from "./reader.ts";
import { READING, WRITING } from "./reading-window.ts";
import { EdgeHandles } from "./selecting/edge-handles.ts";
import { bringBack, keepSelection } from "./selecting/kept-selection.ts";
import { PointerRest } from "./selecting/pointer-rest.ts";
import { PointerWatch } from "./selecting/pointer-watch.ts";
import { ReadingCaret } from "./selecting/reading-caret.ts";
import { SelectionWatch } from "./selecting/selection-watch.ts";
import { SignKeeper, type Telling } from "./sign-keeper.ts";
import { TextOnScreen } from "./text-on-screen.ts";
import type { EditedArticle, mountWriter } from "./writer.ts";

/** What the stage asks of the page and tells it; read anew each time. */
export type StagePage = {
  readonly shows: (annotation: Annotation) => boolean;
  readonly selected: string | null;
  /** Whether what a mouse or a finger selects is widened to whole words. */
  readonly wholeWords: boolean;
  /** A hand has dragged an end of one's own selected annotation. */
  readonly onAdjust: (id: string, range: TextRange) => void;
  readonly onHover: (ids: readonly string[]) => void;
  readonly onSelect: (id: string | null) => void;
  readonly onSelection: (selection: TextSelection | null) => void;
  readonly onLayout: () => void;
  /** The live text is in the page: the server's HTML must go, before this returns. */
  readonly onLive: () => void;
  /** Editing has begun, or ended with null. */
  readonly onEditor: (editor: EditedArticle["editor"] | null) => void;
};

type Mode = "reading" | "writing";

type StageEmphasis = Omit<Emphasis, "moving">;

export class ArticleStage {
  readonly #lines = new LineTops();
  readonly geometry: ArticleGeometry = geometryOf(() => this.#screen, this.#lines);
  readonly #frame: HTMLElement;
  readonly #session: ArticleSession;
  readonly #page: () => StagePage;
  readonly #painter: Painter;
  readonly #stop = new AbortController();
  readonly #pointer = new PointerRest(this.#stop.signal);
  readonly #watches: readonly { destroy(): void }[];
  readonly #handles: EdgeHandles;
  readonly #signs: SignKeeper;
  #emphasis: StageEmphasis = { hovered: null, selected: null, found: [], others: [] };
  readonly #sizes = new ResizeObserver(() => this.#onLayout());
  /** What the server said of the article element; the live one says the same. */
  #attributes: readonly Attr[] = [];
  #screen: TextOnScreen | null = null;
  #mounted: MountedArticle | null = null;
  /** What was asked for last. */
  #wanted: Mode | null = null;
  /** What is shown, or on its way. */
  #mode: Mode | null = null;
  #layoutFrame: number | null = null;
  #handlesFrame: number | null = null;

  /** Takes over the server's HTML, which is the `article` element inside `frame`. */
  constructor(frame: HTMLElement, session: ArticleSession, page: () => StagePage) {
    this.#frame = frame;
    this.#session = session;
    this.#page = page;
    this.#painter = new Painter(session.index);
    this.#watches = this.#watch();
    this.#signs = new SignKeeper(
      session.index,
      () =>
        this.#mounted && this.#screen ? { mounted: this.#mounted, screen: this.#screen } : null,
      () => this.#painter.verify(),
    );
    this.#handles = new EdgeHandles(frame, () => this.#screen, {
      onPreview: (moving) => this.#painter.emphasize({ ...this.#emphasis, moving }),
      onMove: (range) => {
        if (this.#emphasis.selected !== null) this.#page().onAdjust(this.#emphasis.selected, range);
      },
      widen: (range, exact) => this.#widened(range, exact),
    });
    const html = this.#findHtml();
    if (html === null) return;
    this.#screen = new TextOnScreen(html, session.index);
    this.#sizes.observe(html);
  }

  /** Shows the live text for reading or for writing, as soon as its code has arrived. */
  async show(mode: Mode): Promise<void> {
    this.#wanted = mode;
    if (mode === this.#mode) return;
    this.#mode = mode;
    // Until its code is here, the server's HTML is alive as far as it says the same as the live text
    if (this.#mounted === null && this.#screen) this.#painter.attach(this.#screen, READING);
    const mount = await this.#loadMount(mode);
    await this.#pointer.rest();
    if (mount === null || mode !== this.#mode) return;
    const { article, expectEdit } = this.#session;
    this.#present(mount(article, this.#newRoot(mode), expectEdit));
  }

  /** The code for a mode; null when it cannot be had now: then it is asked for again once online. */
  async #loadMount(mode: Mode): Promise<typeof mountReader | typeof mountWriter | null> {
    try {
      return mode === "writing"
        ? (await import("./writer.ts")).mountWriter
        : (await import("./reader.ts")).mountReader;
    } catch {
      if (this.#mode === mode) this.#mode = null;
      const { signal } = this.#stop;
      const retry = (): void => {
        if (mode === this.#wanted) void this.show(mode);
      };
      window.addEventListener("online", retry, { once: true, signal });
      return null;
    }
  }

  /** Lets only annotations that pass be seen. */
  filter(shows: StagePage["shows"]): void {
    this.#painter.filter(shows);
  }

  colour(look: Look): void {
    this.#painter.colour(look);
  }

  emphasize(emphasis: StageEmphasis): void {
    this.#emphasis = emphasis;
    this.#painter.emphasize({ ...emphasis, moving: null });
    this.#handles.show(this.#adjustable()?.range ?? null);
  }

  /** Tells those who listen to the text what is noted of it. */
  tell(telling: Telling): void {
    this.#signs.tell(telling);
  }

  /** The selected annotation, where it is one's own and its ends can be moved. */
  #adjustable(): Placed | null {
    const { me, role, index } = this.#session;
    const { selected } = this.#emphasis;
    const placed = selected === null ? null : index.get(selected);
    const mayMove = role !== "viewer" && this.#wanted === "reading";
    if (!placed || !mayMove || placed.annotation.author !== me.id) return null;
    return this.#page().shows(placed.annotation) ? placed : null;
  }

  /** A passage as a hand meant it: whole words, unless it was `exact`, or edits. */
  #widened(range: TextRange, exact: boolean): TextRange {
    const isExact = exact || this.#mode === "writing" || !this.#page().wholeWords;
    if (isExact || !this.#screen) return range;
    return wholeWords(this.#session.index.text, range, this.#screen.language);
  }

  /** Where a passage begins inside the frame, in CSS pixels; null when it isn't laid out. */
  pointOf(range: TextRange): { left: number; top: number } | null {
    const box = this.#screen?.boxOf(range);
    const origin = this.#frame.getBoundingClientRect();
    return box ? { left: box.left - origin.left, top: box.top - origin.top } : null;
  }

  destroy(): void {
    this.#mode = null;
    this.#stop.abort();
    this.#sizes.disconnect();
    for (const watch of this.#watches) watch.destroy();
    this.#handles.destroy();
    this.#signs.destroy();
    this.#painter.destroy();
    this.#mounted?.destroy();
    this.#mounted?.root.remove();
    if (this.#layoutFrame !== null) cancelAnimationFrame(this.#layoutFrame);
    if (this.#handlesFrame !== null) cancelAnimationFrame(this.#handlesFrame);
  }

  #watch(): readonly { destroy(): void }[] {
    const screen = (): TextOnScreen | null => this.#screen;
    const { index, talk } = this.#session;
    const { signal } = this.#stop;
    const options = { capture: true, passive: true, signal };
    document.addEventListener("scroll", () => this.#painter.follow(), options);
    window.addEventListener("resize", this.#onLayout, options);
    document.fonts.addEventListener("loadingdone", this.#onFonts, { signal });
    this.#heed(talk.hidden, (hidden) => this.#painter.hide(hidden));
    this.#heed(talk.settled, (settled) => this.#painter.settle(settled));
    signal.addEventListener("abort", index.subscribe(this.#onChange));
    return [
      new SelectionWatch(screen, {
        textOf: (range) => textBetween(index.text, range),
        widen: (range) => this.#widened(range, false),
        report: (selection) => this.#page().onSelection(selection),
      }),
      new PointerWatch(this.#frame, screen, {
        idsAt: (offset) => this.#idsAt(offset),
        selected: () => this.#page().selected,
        onHover: (ids) => this.#page().onHover(ids),
        onSelect: (id) => this.#page().onSelect(id),
      }),
      new ReadingCaret(this.#frame, {
        screen: () => (this.#mode === "writing" ? null : this.#screen),
        text: () => index.text,
        isAdjusting: () => this.#adjustable() !== null,
        onMove: () => {
          if (this.#page().selected !== null) this.#page().onSelect(null);
        },
      }),
    ];
  }

  /** Does something with what a store holds, now and whenever it holds something else. */
  #heed<T>(store: Readable<T>, act: (value: T) => void): void {
    const read = (): void => act(store.get());
    this.#stop.signal.addEventListener("abort", store.subscribe(read));
    read();
  }

  #idsAt(offset: number): string[] {
    const { shows } = this.#page();
    const { index, talk } = this.#session;
    const all = index.at(offset).map(({ annotation }) => annotation);
    const hidden = talk.hidden.get();
    return all.filter((each) => shows(each) && !hidden.has(each.id)).map(({ id }) => id);
  }

  #findHtml(): HTMLElement | null {
    const html = this.#mounted ? null : this.#frame.querySelector("article");
    if (html) this.#attributes = [...html.attributes];
    return html;
  }

  #newRoot(mode: Mode): HTMLElement {
    this.#findHtml();
    // what is written into may not be an article to those who listen
    const root = document.createElement(mode === "writing" ? "div" : "article");
    for (const { name, value } of this.#attributes) root.setAttribute(name, value);
    root.removeAttribute("data-highlights"); // they were the first screen's only
    return root;
  }

  /** Puts the live text in the place of what was there, in one step that cannot be seen. */
  #present(mounted: MountedArticle | EditedArticle): void {
    const was = this.#mounted;
    const kept = this.#screen && keepSelection(this.#screen);
    const hadFocus = this.#screen?.root.contains(document.activeElement) ?? false;
    this.#mounted = mounted;
    if (was) was.root.replaceWith(mounted.root);
    else this.#frame.append(mounted.root);
    this.#page().onLive();
    was?.destroy();
    this.#screen = new TextOnScreen(mounted.root, this.#session.index);
    this.#painter.attach(this.#screen, "editor" in mounted ? WRITING : READING);
    this.#sizes.observe(mounted.root);
    if (hadFocus) mounted.root.focus({ preventScroll: true });
    if (kept) bringBack(this.#screen, kept);
    this.#signs.refresh();
    this.#page().onEditor("editor" in mounted ? mounted.editor : null);
  }

  /** The words whose ends can be dragged may have moved along their line. */
  #onChange = (): void => {
    if (this.#emphasis.selected === null) return;
    this.#handlesFrame ??= requestAnimationFrame(() => {
      this.#handlesFrame = null;
      this.#handles.show(this.#adjustable()?.range ?? null);
    });
  };

  #onFonts = (): void => {
    this.#lines.forget();
    this.#onLayout();
  };

  #onLayout = (): void => {
    this.#painter.follow();
    this.#layoutFrame ??= requestAnimationFrame(() => {
      this.#layoutFrame = null;
      this.#handles.show(this.#adjustable()?.range ?? null);
      this.#page().onLayout();
    });
  };
}
