// How far something is, in words; also that it takes long.

import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Step } from "./bring-in.ts";

/** From when on a step takes long, in milliseconds. */
const LONG = 3000;

export function useStep(step: Step): string {
  const words = useTranslations("intake");
  const format = useFormatter();
  const isLong = useIsLong(step.at);
  if (step.at === "sending") {
    return words("sending", { share: format.number(step.sent, { style: "percent" }) });
  }
  const hasMore = step.at === "fetching" || step.at === "reading";
  return words(isLong && hasMore ? `${step.at}-long` : step.at);
}

/** Whether this step has gone on for long. */
function useIsLong(at: Step["at"]): boolean {
  const [long, setLong] = useState<Step["at"] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setLong(at), LONG);
    return () => clearTimeout(timer);
  }, [at]);
  return long === at;
}
