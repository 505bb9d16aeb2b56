// Runs in every measured page before its own scripts, and notes when something was painted: the end
// of the frame that shows it. It looks only when the page has changed what it paints.

import type { Spot } from "../spot.ts";

/** What a measurement begins with. */
export type Cause = "keydown" | "pointerup" | "message";

/** All times are milliseconds since the navigation. */
export type Probe = {
  /** When the first highlight was painted. */
  readonly painted: Promise<number>;
  /** When the page of Postil was alive: the live text painted, and notes beside it. */
  readonly alive: Promise<number>;
  /** Waits from here on for one more highlight over a spot. */
  expect(spot: Spot, cause: Cause): void;
  /** Milliseconds from the first cause after `expect` to the end of the frame that shows the highlight. */
  outcome(): Promise<number>;
  /** Where the letter at a spot is, in the window. */
  boxOf(spot: Spot): DOMRect;
};

declare global {
  interface Window {
    probe: Probe;
  }
}

/** The first byte of the messages that bring annotations, in Postil and in the peers' pages. */
const ROOM = 103;

/** How long a highlight may take, in milliseconds. */
const PATIENCE = 120_000;

/** Highlights that say something else than that words were annotated. */
const EMPHASIS = /^(veil|hovered|selected|person-\d+)$/;

const frame = window.requestAnimationFrame.bind(window);
const pending = new Set<{ isDone: () => boolean; resolve: (time: number) => void }>();
const causes = new Map<Cause, number>();
let inFrame = false;

window.requestAnimationFrame = (callback) =>
  frame((time) => {
    enterFrame();
    callback(time);
  });

/** Whatever changes from here to the end of the frame is shown by this frame. */
function enterFrame(): void {
  if (inFrame || pending.size === 0) return;
  inFrame = true;
  afterTask(() => {
    inFrame = false;
  });
}

const channel = new MessageChannel();
const tasks: (() => void)[] = [];
channel.port1.onmessage = () => tasks.shift()?.();

/** Runs a task right after the one that runs now; of a frame's task, its painting is a part. */
function afterTask(task: () => void): void {
  tasks.push(task);
  channel.port2.postMessage(null);
}

let willLook = false;

function changed(): void {
  if (pending.size === 0 || willLook) return;
  willLook = true;
  if (inFrame) afterTask(look);
  else frame(() => afterTask(look));
}

function look(): void {
  const now = performance.now();
  willLook = false;
  for (const each of pending) {
    if (!each.isDone()) continue;
    pending.delete(each);
    each.resolve(now);
  }
  if (pending.size === 0) mutations.disconnect();
}

const mutations = new MutationObserver(changed);

/** The end of the first frame in which `isDone` holds. */
function when(isDone: () => boolean): Promise<number> {
  mutations.observe(document, { childList: true, subtree: true });
  return new Promise((resolve) => pending.add({ isDone, resolve }));
}

// from here on the page tells when it paints
const { add } = Highlight.prototype;
Highlight.prototype.add = function (range) {
  changed();
  return add.call(this, range);
};
const { set } = HighlightRegistry.prototype;
HighlightRegistry.prototype.set = function (name, highlight) {
  changed();
  return set.call(this, name, highlight);
};

function noteCause(cause: Cause, time: number): void {
  if (!causes.has(cause)) causes.set(cause, time);
}

for (const cause of ["keydown", "pointerup"] as const) {
  window.addEventListener(cause, ({ timeStamp }) => noteCause(cause, timeStamp), true);
}

window.WebSocket = class extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    this.addEventListener("message", ({ data, timeStamp }) => {
      if (data instanceof ArrayBuffer && new Uint8Array(data)[0] === ROOM) {
        noteCause("message", timeStamp);
      }
    });
  }
};

/** The highlights that say that words were annotated. */
function annotating(): Highlight[] {
  return [...CSS.highlights].flatMap(([name, highlight]) =>
    EMPHASIS.test(name) ? [] : [highlight],
  );
}

const SPAN = ".r6o-annotation";

function isAnythingPainted(): boolean {
  if (document.querySelector(`${SPAN}, mark`)) return true;
  return annotating().some((highlight) => highlight.size > 0);
}

const isAlive = (): boolean =>
  document.querySelector(".ProseMirror") !== null &&
  document.querySelector("aside li") !== null &&
  isAnythingPainted();

/** The letter at a spot, as a text node and an offset in it. */
function letterAt({ block, offset }: Spot): { node: Text; offset: number } {
  const element = document.querySelectorAll("article :is(p, h1)")[block] ?? document.body;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left < node.length) return { node, offset: left };
    left -= node.length;
  }
  throw new Error(`Block ${block} has no letter ${offset}.`);
}

function boxOf(spot: Spot): DOMRect {
  const { node, offset } = letterAt(spot);
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(node, offset + 1);
  return range.getBoundingClientRect();
}

/** How many highlights lie over a spot, in whatever way they are painted. */
function layersOver(spot: Spot): number {
  const { node, offset } = letterAt(spot);
  const covers = (range: AbstractRange): boolean =>
    range.startContainer === node &&
    range.startOffset <= offset &&
    (range.endContainer !== node || range.endOffset > offset);
  const ranges = annotating().flatMap((highlight) => [...highlight].filter(covers));
  return ranges.length + spansOver(boxOf(spot)) + marksAround(node);
}

function spansOver({ left, right, top, bottom }: DOMRect): number {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [...document.querySelectorAll(SPAN)].filter((span) => {
    const box = span.getBoundingClientRect();
    return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
  }).length;
}

function marksAround(node: Node): number {
  const mark = node.parentElement?.closest("mark");
  return mark ? 1 + marksAround(mark) : 0;
}

let outcome: Promise<number> | null = null;

function tooLate(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("What was expected was never painted.")), PATIENCE);
  });
}

window.probe = {
  painted: when(isAnythingPainted),
  alive: when(isAlive),
  boxOf,
  expect: (spot, cause) => {
    causes.clear();
    const before = layersOver(spot);
    const painted = when(() => layersOver(spot) > before);
    outcome = painted.then((time) => time - (causes.get(cause) ?? Number.NaN));
  },
  outcome: () => Promise.race([outcome ?? Number.NaN, tooLate()]),
};
