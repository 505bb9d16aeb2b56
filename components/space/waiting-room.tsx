// Who waits to come in, to be let in or refused: one by one, or all.

import { useTranslations } from "use-intl";
import { Moment } from "../margin/moment.tsx";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { Section } from "./section.tsx";
import type { Space, Waiting } from "./space-answers.ts";
import { useWaiting } from "./use-waiting.ts";

type WaitingRoomProps = {
  readonly space: Space;
  /** Called when somebody was let in. */
  readonly onAdmit: () => void;
};

export function WaitingRoom({ space, onAdmit }: WaitingRoomProps) {
  const words = useTranslations("space");
  const { waiting, decide, letAllIn, error } = useWaiting(space, { onDecide: onAdmit });
  return (
    <Section title={words("waiting-room")}>
      {waiting.length === 0 && <p className="text-muted">{words("nobody-waits")}</p>}
      <ul>
        {waiting.map((person) => (
          <WaitingRow
            key={person.id}
            person={person}
            onAdmit={() => decide({ admit: [person.id] })}
            onRefuse={() => decide({ refuse: [person.id] })}
          />
        ))}
      </ul>
      {waiting.length > 1 && (
        <Button look="filled" className="self-start" onClick={letAllIn}>
          {words("let-all-in")}
        </Button>
      )}
      <Wrong sentence={error} />
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
