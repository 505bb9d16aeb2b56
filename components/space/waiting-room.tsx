// Who waits to come in, to be let in or refused: one by one, or all.

import { useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";
import { Toast } from "../ui/toast.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { namesakeOf } from "./namesake.ts";
import type { Member, Space, Waiting } from "./space-answers.ts";
import { Unanswered } from "./unanswered.tsx";
import { type Decision, useWaiting } from "./use-waiting.ts";
import { WaitingRow } from "./waiting-row.tsx";

type WaitingRoomProps = {
  readonly space: Space;
  /** Who is in. */
  readonly members: readonly Member[];
  /** Called when something was decided. */
  readonly onDecide: () => void;
};

export function WaitingRoom({ space, members, onDecide }: WaitingRoomProps) {
  const words = useTranslations("space");
  const { asked, waiting, isKnown, decide, letAllIn, error } = useWaiting(space, {
    onDecide,
  });
  const [refused, setRefused] = useState<Waiting | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const hasDecided = useRef(false);
  useLayoutEffect(() => {
    // the row that was decided about has taken the focus with it
    if (!hasDecided.current || document.activeElement !== document.body) return;
    hasDecided.current = false;
    list.current?.querySelector("button")?.focus({ preventScroll: true });
  });
  const settle = (decision: Decision, done?: () => void): void => {
    hasDecided.current = true;
    decide(decision, done);
  };
  const isQuiet = waiting.length === 0 && refused === null && asked.refusal === null;
  if (isQuiet && !space.settings.waitingRoom) return null;
  return (
    <Section title={words("waiting-room")}>
      <p role="status" className={waiting.length === 0 ? "text-muted" : "sr-only"}>
        {isKnown &&
          (waiting.length === 0 ? words("nobody-waits") : words("wait", { count: waiting.length }))}
      </p>
      <Unanswered asked={asked} />
      {waiting.length > 1 && (
        <Button look="filled" className="self-start" onClick={letAllIn}>
          {words("let-all-in")}
        </Button>
      )}
      <ul ref={list}>
        {waiting.map((person) => (
          <WaitingRow
            key={person.id}
            space={space}
            person={person}
            namesake={namesakeOf(person, members)}
            onAdmit={() => settle({ admit: [person.id] })}
            onRefuse={() => settle({ refuse: [person.id] }, () => setRefused(person))}
          />
        ))}
      </ul>
      <Wrong sentence={error} />
      <p role="status" className="sr-only">
        {refused && words("was-refused", { name: refused.name })}
      </p>
      {refused && (
        <Toast
          key={refused.id}
          words={words("was-refused", { name: refused.name })}
          act={{
            name: words("undo"),
            run: () => decide({ recall: [refused.id] }, () => setRefused(null)),
          }}
          onGone={() => setRefused(null)}
        />
      )}
    </Section>
  );
}
