// Who waits to come in, to be let in or refused: one by one, or all.

import { useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Moment } from "../margin/moment.tsx";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";
import { Toast } from "../ui/toast.tsx";
import { Wrong } from "../ui/wrong.tsx";
import type { Space, Waiting } from "./space-answers.ts";
import { Unanswered } from "./unanswered.tsx";
import { type Decision, useWaiting } from "./use-waiting.ts";

type WaitingRoomProps = {
  readonly space: Space;
  /** Called when something was decided. */
  readonly onDecide: () => void;
};

export function WaitingRoom({ space, onDecide }: WaitingRoomProps) {
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
            person={person}
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

type WaitingRowProps = {
  readonly person: Waiting;
  readonly onAdmit: () => void;
  readonly onRefuse: () => void;
};

function WaitingRow({ person: { name, askedAt }, onAdmit, onRefuse }: WaitingRowProps) {
  const words = useTranslations("space");
  return (
    <li className="flex flex-wrap items-center gap-2 border-rule border-b py-2 first:border-t">
      <p className="min-w-0 grow truncate">
        <bdi className="font-medium">{name}</bdi>{" "}
        <Moment at={Date.parse(askedAt)} className="text-muted text-sm" />
      </p>
      <Button aria-label={words("let-in-who", { name })} onClick={onAdmit}>
        {words("let-in")}
      </Button>
      <Button look="quiet" aria-label={words("refuse-who", { name })} onClick={onRefuse}>
        {words("refuse")}
      </Button>
    </li>
  );
}
