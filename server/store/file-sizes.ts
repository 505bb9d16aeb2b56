// How large the store is on disk, as a figure.

import { statSync } from "node:fs";
import { basename } from "node:path";
import { Gauge, type Registry } from "prom-client";

/** Tells the sizes of SQLite files with their write-ahead logs, whenever somebody asks. */
export function tellSizes(registry: Registry, paths: readonly string[]): void {
  new Gauge({
    name: "postil_store_bytes",
    help: "Sizes of the files that everything is kept in.",
    labelNames: ["file"],
    registers: [registry],
    collect() {
      for (const path of paths.flatMap((each) => [each, `${each}-wal`])) {
        const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
        this.set({ file: basename(path) }, bytes);
      }
    },
  });
}
