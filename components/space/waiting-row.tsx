// Somebody who waits to come in, and what may be decided about them.

import { useTranslations } from "use-intl";
import { Moment } from "../margin/moment.tsx";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { bdi } from "../words/bdi.tsx";
import type { Member, Space, Waiting } from "./space-answers.ts";
import { useSeatCode } from "./use-seat-code.tsx";

type WaitingRowProps = {
  readonly space: Space;
  readonly person: Waiting;
  /** Who is in under the same name, and may be the same person; null: nobody. */
  readonly namesake: Member | null;
  readonly onAdmit: () => void;
  readonly onRefuse: () => void;
};

export function WaitingRow({ space, person, namesake, onAdmit, onRefuse }: WaitingRowProps) {
  const words = useTranslations("space");
  const { name, askedAt } = person;
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
      {namesake && <SamePerson space={space} member={namesake} />}
    </li>
  );
}

type SamePersonProps = { readonly space: Space; readonly member: Member };

/** Offers the seat of who is in already: whoever takes it waits no more. */
function SamePerson({ space, member }: SamePersonProps) {
  const words = useTranslations("space");
  const { make, dialog, error } = useSeatCode(space, member);
  return (
    <div className="flex w-full flex-wrap items-center gap-2">
      <p className="text-muted text-sm">{words.rich("namesake", { name: member.name, bdi })}</p>
      <Button onClick={make}>{words("same-person")}</Button>
      {dialog}
      <Wrong sentence={error} />
    </div>
  );
}
