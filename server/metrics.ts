// Figures about the running server, in the text format that Prometheus collects.

import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** Which part of the server answered. */
export type Part = "api" | "page" | "health" | "refused";

export type Metrics = {
  readonly registry: Registry;
  /** Counts an answered request; `seconds` is how long it took. */
  answered(request: { part: Part; method: string; status: number; seconds: number }): void;
};

const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

/** A registry of its own, with figures of the process and of HTTP. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "postil_http_requests_total",
    help: "Answered requests.",
    labelNames: ["part", "method", "status"],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: "postil_http_request_seconds",
    help: "Time from request to end of answer.",
    labelNames: ["part"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  return {
    registry,
    answered: ({ part, method, status, seconds: taken }) => {
      requests.inc({ part, method: METHODS.has(method) ? method : "other", status });
      seconds.observe({ part }, taken);
    },
  };
}
