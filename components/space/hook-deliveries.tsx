// What was sent to a webhook last, and what came of it.

import { useFormatter, useTranslations } from "use-intl";
import { Moment } from "../margin/moment.tsx";
import { Summary } from "../ui/summary.tsx";
import type { Delivery, Outcome } from "./hook-answers.ts";

/** How something ended that did not arrive, as half a sentence. */
export function useOutcome(): (outcome: Outcome) => string {
  const words = useTranslations("hooks");
  return ({ status, fault }) => {
    if (status !== null) return words("answered", { status: String(status) });
    return words(fault === null ? "given-up" : `fault-${fault}`);
  };
}

export function HookDeliveries({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const words = useTranslations("hooks");
  return (
    <details>
      <Summary quiet>{words("deliveries")}</Summary>
      {deliveries.length === 0 && <p className="pt-2 text-muted">{words("nothing-sent")}</p>}
      <ol className="max-h-72 overflow-y-auto pt-1">
        {deliveries.map((delivery) => (
          <li key={delivery.id} className="flex gap-4 border-rule border-b py-1.5 text-sm">
            <span className="w-24 shrink-0">
              {delivery.events === 0
                ? words("sent-test")
                : words("sent-events", { count: delivery.events })}
            </span>
            <span className="min-w-0 grow">
              <DeliveryState delivery={delivery} />
            </span>
            <Moment at={Date.parse(delivery.at)} className="shrink-0 text-muted" />
          </li>
        ))}
      </ol>
    </details>
  );
}

function DeliveryState({ delivery }: { readonly delivery: Delivery }) {
  const words = useTranslations("hooks");
  const format = useFormatter();
  const why = useOutcome();
  const { state, nextAt, attempts } = delivery;
  if (state === "done") return words("state-done");
  if (state === "failed") return words("state-failed", { why: why(delivery) });
  if (nextAt === null || attempts === 0) return words("state-unsent");
  const time = format.dateTime(new Date(nextAt), { dateStyle: "short", timeStyle: "short" });
  return words("state-waiting", { why: why(delivery), time });
}
