// Whoever waits to be let in: told so, and taken along as soon as the door opens.

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { bdi } from "../words/bdi.tsx";
import { joinsSchema } from "./space-answers.ts";
import { Unanswered } from "./unanswered.tsx";
import { useAsked } from "./use-asked.ts";

type WaitingPageProps = {
  readonly name: string;
  /** Called with the space, once the door is open. */
  readonly onIn: (space: string) => unknown;
  /** Called when somebody who was refused wants to ask again, or who waits has another code. */
  readonly onOther: () => void;
};

export function WaitingPage({ name, onIn, onOther }: WaitingPageProps) {
  const words = useTranslations("space");
  const asked = useAsked("/joins", joinsSchema);
  const latest = asked.value?.joins[0];
  const space = latest?.state === "in" ? latest.space : null;
  useEffect(() => {
    if (space) onIn(space);
  }, [space, onIn]);
  const isRefused = latest?.state === "refused";
  return (
    <div className="flex flex-col items-start gap-4">
      <div role="status" className="flex flex-col gap-4">
        <h1 className="text-balance font-serif text-[1.75rem] leading-9">
          {words(isRefused ? "refused" : "you-wait")}
        </h1>
        <p className="text-muted">{words(isRefused ? "refused-why" : "you-wait-why")}</p>
        {!isRefused && <p>{words.rich("you-wait-as", { name, bdi })}</p>}
      </div>
      <Button look={isRefused ? "filled" : "plain"} onClick={onOther}>
        {words(isRefused ? "ask-again" : "other-code")}
      </Button>
      <Unanswered asked={asked} tellsStale />
    </div>
  );
}
