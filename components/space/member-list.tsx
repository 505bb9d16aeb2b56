// The members of a space, one a line, with what may be done about each.

import { useTranslations } from "use-intl";
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
  const byPerson = new Map(progress?.map((each) => [each.id, each]));
  const lets = space.role === "owner" || space.role === "editor";
  return (
    <>
      <ul className="border-rule border-t">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            space={space}
            member={member}
            isMe={member.id === me}
            progress={progress && (byPerson.get(member.id) ?? null)}
            onChange={onChange}
          />
        ))}
      </ul>
      {lets && members.length === 1 && <p className="text-muted">{words("people-alone")}</p>}
    </>
  );
}
