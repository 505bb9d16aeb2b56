// How large the store is on disk, and how much room is left for it, as figures.

import { statfsSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { Gauge, type Registry } from "prom-client";
import type { Extent, UpdateLog } from "./update-log.ts";

type Stored = {
  readonly log: UpdateLog;
  /** The SQLite files, in one folder. */
  readonly paths: readonly string[];
};

/** Tells the sizes of files with their write-ahead logs, and what the log has to compact, whenever somebody asks. */
export function tellSizes(registry: Registry, { log, paths }: Stored): void {
  const registers = [registry];
  new Gauge({
    name: "postil_store_bytes",
    help: "Sizes of the files that everything is kept in.",
    labelNames: ["file"],
    registers,
    collect() {
      for (const path of paths.flatMap((each) => [each, `${each}-wal`])) {
        const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
        this.set({ file: basename(path) }, bytes);
      }
    },
  });
  new Gauge({
    name: "postil_disk_free_bytes",
    help: "Room that is left on the disk of the data folder.",
    registers,
    collect() {
      const { bavail, bsize } = statfsSync(dirname(paths[0] ?? "."));
      this.set(bavail * bsize);
    },
  });
  // a damaged place must not keep all other figures back
  const tail = (): Extent => {
    try {
      return log.tail();
    } catch {
      return { records: Number.NaN, bytes: Number.NaN };
    }
  };
  new Gauge({
    name: "postil_log_tail_records",
    help: "Records of the log that no snapshot stands for yet.",
    registers,
    collect() {
      this.set(tail().records);
    },
  });
  new Gauge({
    name: "postil_log_tail_bytes",
    help: "Bytes of these records.",
    registers,
    collect() {
      this.set(tail().bytes);
    },
  });
}
