// Knows whether a pointer is down: while it is, what lies under it must not be replaced, or a
// selection that is being drawn is lost, or a click.

export class PointerRest {
  #isDown = false;
  readonly #resting: (() => void)[] = [];

  /** Watches until `signal` is aborted. */
  constructor(signal: AbortSignal) {
    const options = { capture: true, passive: true, signal };
    const onDown = (): void => {
      this.#isDown = true;
    };
    // the click follows at once, and belongs to what was pressed
    const onUp = (): void => void setTimeout(() => this.#rest());
    window.addEventListener("pointerdown", onDown, options);
    window.addEventListener("pointerup", onUp, options);
    window.addEventListener("pointercancel", onUp, options);
  }

  /** Resolves as soon as no pointer is down. */
  async rest(): Promise<void> {
    if (this.#isDown) await new Promise<void>((resolve) => this.#resting.push(resolve));
  }

  #rest(): void {
    this.#isDown = false;
    for (const resolve of this.#resting.splice(0)) resolve();
  }
}
