// The members of a space, one a line, with what may be done about each.

import { type RefObject, useLayoutEffect, useRef } from "react";
import { useLocale, useTranslations } from "use-intl";
import { inOrder } from "./member-order.ts";
import { MemberRow } from "./member-row.tsx";
import type { Member, Progress, Space } from "./space-answers.ts";
import { useTakingBack } from "./use-taking-back.tsx";

type MemberListProps = {
  readonly space: Space;
  readonly me: string;
  readonly members: readonly Member[];
  /** Null for those who are not told. */
  readonly progress: readonly Progress[] | null;
  readonly onChange: () => void;
};

export function MemberList({ space, me, members, progress, onChange }: MemberListProps) {
  const words = useTranslations("space");
  const listed = inOrder(members, me, useLocale());
  const byPerson = new Map(progress?.map((each) => [each.id, each]));
  const lets = space.role === "owner" || space.role === "editor";
  const list = useRef<HTMLUListElement>(null);
  const { onGoing, onComing } = useFocusKept(list, listed);
  const { tell, notice } = useTakingBack();
  const tellRemoved = ({ id, name }: Member): void =>
    tell({
      id,
      gone: words("was-removed", { name }),
      back: words("is-back", { name }),
      bringBack: ({ act }, done) =>
        act({ method: "POST", path: `/spaces/${space.id}/members/${id}/return` }, () => {
          onComing(id);
          onChange();
          done();
        }),
    });
  return (
    <>
      <ul ref={list} className="border-rule border-t">
        {listed.map((member) => (
          <MemberRow
            key={member.id}
            space={space}
            member={member}
            isMe={member.id === me}
            progress={progress && (byPerson.get(member.id) ?? null)}
            onChange={onChange}
            onGoing={() => onGoing(member.id)}
            onRemoved={() => tellRemoved(member)}
          />
        ))}
      </ul>
      {notice}
      {lets && members.length === 1 && <p className="text-muted">{words("people-alone")}</p>}
    </>
  );
}

/** Keeps the focus at the place of who goes, and moves it to who comes back; they take it along else. */
function useFocusKept(list: RefObject<HTMLUListElement | null>, listed: readonly Member[]) {
  /** Where somebody stood who is to go, or null for who is to come; null: neither. */
  const awaited = useRef<{ readonly id: string; readonly at: number | null } | null>(null);
  useLayoutEffect(() => {
    if (awaited.current === null) return;
    const { id, at } = awaited.current;
    const now = listed.findIndex((member) => member.id === id);
    if (now === -1 ? at === null : at !== null) return;
    awaited.current = null;
    if (document.activeElement !== document.body) return;
    const rows = list.current?.querySelectorAll("li") ?? [];
    rows[Math.min(at ?? now, rows.length - 1)]?.focus({ preventScroll: at !== null });
  }, [list, listed]);
  return {
    onGoing: (id: string): void => {
      awaited.current = { id, at: listed.findIndex((member) => member.id === id) };
    },
    onComing: (id: string): void => {
      awaited.current = { id, at: null };
    },
  };
}
