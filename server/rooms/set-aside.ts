// The rooms whose stored updates cannot be read: reported once, counted, and left as they are on the disk.

import type { Logger } from "pino";
import { Gauge, type Registry } from "prom-client";
import { Unreadable } from "../store/update-log.ts";

export class SetAsideRooms {
  readonly #report: Logger;
  readonly #gauge: Gauge;
  readonly #rooms = new Set<string>();

  constructor(report: Logger, registry: Registry) {
    this.#report = report;
    this.#gauge = new Gauge({
      name: "postil_documents_set_aside",
      help: "Documents that cannot be loaded from the log.",
      registers: [registry],
    });
  }

  /** `room` is the name in the log. */
  add(room: string, error: unknown): void {
    if (!this.#rooms.has(room)) this.#report.error({ err: error, room }, "document set aside");
    this.#rooms.add(room);
    this.#gauge.set(this.#rooms.size);
  }

  /** The room was loaded after all. */
  remove(room: string): void {
    if (this.#rooms.delete(room)) this.#gauge.set(this.#rooms.size);
  }
}

/** Runs `read`; null when the stored updates of `room` cannot be read, which is then reported. */
export function readOrSetAside<T>(room: string, setAside: SetAsideRooms, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    setAside.add(room, error);
    return null;
  }
}
