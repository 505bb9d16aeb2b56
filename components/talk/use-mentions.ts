// Who can be mentioned at the caret of a field, and which of them the arrow keys are at.

import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from "react";
import type { Person } from "#domain/person.ts";
import { peopleCalled, type Typing, typingBefore } from "#domain/talk/mention.ts";
import type { MarginProps } from "../margin/margin-props.ts";
import type { TalkDesk } from "./talk-desk.ts";

/** How many are offered at once. */
const OFFERED = 6;

export type Mentions = {
  /** Everyone who can be mentioned, as far as known. */
  readonly known: readonly Person[];
  /** Those whose name begins as it is typed; empty while no name is typed. */
  readonly offered: readonly Person[];
  /** The index in `offered` that Enter picks. */
  readonly active: number;
  /** To be called whenever text or caret may have changed. */
  readonly follow: () => void;
  /** Takes a key press; true when it was one for the list. */
  readonly take: (event: KeyboardEvent) => boolean;
  readonly pick: (person: Person) => void;
};

type MentionField = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly desk: TalkDesk;
  /** Those who are here or wrote something. */
  readonly people: MarginProps["people"];
  /** Told of the text with the name of somebody who was picked. */
  readonly onPick: (text: string, person: Person) => void;
};

export function useMentions({ field, desk, people, onPick }: MentionField): Mentions {
  const [typing, setTyping] = useState<Typing | null>(null);
  const [active, setActive] = useState(0);
  const known = useKnown(desk, people, typing !== null);
  const offered = useMemo(
    () => (typing ? peopleCalled(typing.name, known).slice(0, OFFERED) : []),
    [typing, known],
  );

  const follow = (): void => {
    const area = field.current;
    const isCaret = area && area.selectionStart === area.selectionEnd;
    const next = isCaret ? typingBefore(area.value, area.selectionStart) : null;
    if (next?.at === typing?.at && next?.name === typing?.name) return;
    setTyping(next);
    setActive(0);
  };
  const pick = (person: Person): void => {
    const area = field.current;
    if (!area || !typing) return;
    area.setRangeText(`@${person.name} `, typing.at, area.selectionStart, "end");
    onPick(area.value, person);
    setTyping(null);
  };
  const take = (event: KeyboardEvent): boolean => {
    if (offered.length === 0 || event.nativeEvent.isComposing) return false;
    const step = STEPS[event.key];
    const person = offered[active];
    if (step) setActive((active + step + offered.length) % offered.length);
    else if (event.key === "Escape") setTyping(null);
    else if (isPicking(event) && person) pick(person);
    else return false;
    return true;
  };
  return { known, offered, active, follow, take, pick };
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

const isPicking = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  (key === "Enter" || key === "Tab") && !ctrlKey && !metaKey && !shiftKey;

/** Everyone but oneself; members are asked for when the first name is typed. */
function useKnown(
  { me, members }: TalkDesk,
  people: MarginProps["people"],
  isNeeded: boolean,
): readonly Person[] {
  const [others, setOthers] = useState<readonly Person[]>([]);
  useEffect(() => {
    if (isNeeded) void members().then(setOthers);
  }, [isNeeded, members]);
  return useMemo(() => {
    const all = new Map([...people.values(), ...others].map((person) => [person.id, person]));
    all.delete(me.id);
    return [...all.values()];
  }, [people, others, me.id]);
}
