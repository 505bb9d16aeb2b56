// What one client sends: annotations, made before the measurement, and presence.

import type { Dialect } from "./dialect.ts";
import { restamp, stampOf } from "./stamp.ts";
import { Writer } from "./writer.ts";

/** Messages beyond those that are expected, as a share: moments vary. */
const SPARE = 0.2;

/** Making an annotation costs more than sending it: at high rates it would be what is measured. */
export class Pen {
  readonly #dialect: Dialect;
  readonly #writer: Writer;
  readonly #made: Uint8Array[] = [];
  #used = 0;

  /** `keep`: how many annotations stay there; all when it is left out. */
  constructor(dialect: Dialect, userId: string, keep?: number) {
    this.#dialect = dialect;
    this.#writer = new Writer(userId, keep);
  }

  /** Makes about `count` annotations ready. */
  fill(count: number): void {
    for (let index = 0; index < count * (1 + SPARE); index++) this.#made.push(this.#make());
  }

  /** The message with the next annotation, under this stamp. */
  annotation(stamp: string): Uint8Array {
    const message = this.#made[this.#used++] ?? this.#make();
    return restamp(message, stamp);
  }

  presence(stamp: string): Uint8Array {
    return this.#dialect.presence(this.#writer.present(stamp));
  }

  #make(): Uint8Array {
    return this.#dialect.annotation(this.#writer.annotate(stampOf(0)).update);
  }
}
