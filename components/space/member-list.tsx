// The members of a space, one a line, with what may be done about each.

import { useLayoutEffect, useRef } from "react";
import { useLocale, useTranslations } from "use-intl";
import { inOrder } from "./member-order.ts";
import { MemberRow } from "./member-row.tsx";
import type { Member, Progress, Space } from "./space-answers.ts";

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
  /** Where somebody stood who is to go; null: nobody is. */
  const going = useRef<{ readonly id: string; readonly at: number } | null>(null);
  useLayoutEffect(() => {
    const left = going.current;
    if (left === null || members.some(({ id }) => id === left.id)) return;
    going.current = null;
    // the row took the focus with it
    if (document.activeElement !== document.body) return;
    const rows = list.current?.querySelectorAll("li") ?? [];
    rows[Math.min(left.at, rows.length - 1)]?.focus({ preventScroll: true });
  }, [members]);
  return (
    <>
      <ul ref={list} className="border-rule border-t">
        {listed.map((member, at) => (
          <MemberRow
            key={member.id}
            space={space}
            member={member}
            isMe={member.id === me}
            progress={progress && (byPerson.get(member.id) ?? null)}
            onChange={onChange}
            onGoing={() => {
              going.current = { id: member.id, at };
            }}
          />
        ))}
      </ul>
      {lets && members.length === 1 && <p className="text-muted">{words("people-alone")}</p>}
    </>
  );
}
