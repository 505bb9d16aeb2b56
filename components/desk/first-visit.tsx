// Three steps for a first visit, gone for good once dismissed.

import { Check, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { useKindKeys } from "../keys/key-hints.tsx";
import { useRemembered } from "../ui/browser-memory.ts";
import { Button } from "../ui/button.tsx";

type FirstVisitProps = {
  /** Whether words are selected, or were marked. */
  readonly selected: boolean;
  /** Whether this person has marked something. */
  readonly marked: boolean;
  /** Whether others have. */
  readonly others: boolean;
};

export function FirstVisit({ selected, marked, others }: FirstVisitProps) {
  const words = useTranslations("desk");
  const keys = useKindKeys();
  const [dismissed, dismiss] = useRemembered("postil.first-visit");
  if (dismissed !== null) return null;
  const steps = [
    { step: words("step-select"), done: selected || marked },
    { step: keys ? words("step-press", keys) : words("step-press-touch"), done: marked },
    { step: words("step-watch"), done: marked && others },
  ];
  return (
    <section
      aria-label={words("how-to-begin")}
      className="fixed end-4 bottom-4 z-20 w-72 rounded-lg border border-rule bg-raised p-4 shadow-float [@media(max-height:28rem)]:hidden max-md:inset-x-4 max-md:bottom-18 max-md:w-auto"
    >
      <div className="flex items-center justify-between pb-2">
        <h2 className="font-semibold">{words("how-to-begin")}</h2>
        <Button look="icon" aria-label={words("close-for-good")} onClick={() => dismiss("done")}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      <ol className="flex flex-col gap-2">
        {steps.map(({ step, done }, index) => (
          <li key={step} className="flex gap-3">
            <span className="w-4 shrink-0 text-center text-muted">
              {done ? <Check size={16} aria-label={words("done")} className="mt-0.5" /> : index + 1}
            </span>
            <span className={done ? "text-muted" : ""}>{step}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
