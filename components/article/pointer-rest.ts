// Knows whether a pointer is down: while it is, what lies under it must not be replaced, or a
// selection that is being drawn is lost.

export class PointerRest {
  #isDown = false;
  readonly #signal: AbortSignal;

  /** Watches until `signal` is aborted. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
    const options = { capture: true, passive: true, signal };
    window.addEventListener("pointerdown", () => this.#set(true), options);
    window.addEventListener("pointerup", () => this.#set(false), options);
    window.addEventListener("pointercancel", () => this.#set(false), options);
  }

  /** Resolves as soon as no pointer is down. */
  async rest(): Promise<void> {
    if (!this.#isDown) return;
    const options = { capture: true, once: true, signal: this.#signal };
    await new Promise<void>((resolve) => {
      window.addEventListener("pointerup", () => resolve(), options);
      window.addEventListener("pointercancel", () => resolve(), options);
    });
  }

  #set(isDown: boolean): void {
    this.#isDown = isDown;
  }
}
