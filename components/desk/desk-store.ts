// What the desk remembers, known at once. What is drawn of it comes a frame later where somebody has
// just marked words: first their highlight, then all that stands around it.

import { Store } from "../session/store.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { type DeskAction, type DeskState, deskReducer } from "./desk-state.ts";

/** What makes a highlight. */
const MARKING: ReadonlySet<DeskAction["type"]> = new Set(["marked", "mentioned"]);

/** What follows from that by itself, and waits with it. */
const FOLLOWING: ReadonlySet<DeskAction["type"]> = new Set(["selection", "hover"]);

export class DeskStore {
  /** The state as it is to be drawn. */
  readonly drawn: Store<DeskState>;
  #now: DeskState;
  #isWaiting = false;

  constructor(state: DeskState) {
    this.#now = state;
    this.drawn = new Store(state);
  }

  /** The state as it is. */
  readonly now = (): DeskState => this.#now;

  readonly dispatch = (action: DeskAction): void => {
    this.#now = deskReducer(this.#now, action);
    if (MARKING.has(action.type)) this.#wait();
    else if (!this.#isWaiting || !FOLLOWING.has(action.type)) this.#draw();
  };

  #wait(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    afterPaint(() => this.#draw());
  }

  #draw(): void {
    this.#isWaiting = false;
    this.drawn.set(this.#now);
  }
}
