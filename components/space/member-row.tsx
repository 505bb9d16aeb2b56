// One member of a space: name, role, how far, and what may be done.

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ROLES, type Role } from "#domain/person.ts";
import { Face } from "../margin/face.tsx";
import { Moment } from "../margin/moment.tsx";
import { classes } from "../ui/classes.ts";
import { Wrong } from "../ui/wrong.tsx";
import { MemberActs } from "./member-acts.tsx";
import type { Member, Progress, Space } from "./space-answers.ts";
import { useActs } from "./use-act.ts";

type MemberRowProps = {
  readonly space: Space;
  readonly member: Member;
  readonly isMe: boolean;
  /** Null: nothing is told, or nothing was written. */
  readonly progress: Progress | null;
  readonly onChange: () => void;
  /** Called when the member is to be removed or erased. */
  readonly onGoing: () => void;
  readonly onRemoved: () => void;
};

export function MemberRow(props: MemberRowProps) {
  const { space, member, isMe, progress, onChange, onGoing, onRemoved } = props;
  const words = useTranslations("space");
  const { act, error } = useActs();
  /** What was chosen, until the list says the same. */
  const [given, setGiven] = useState<Role | null>(null);
  if (given === member.role) setGiven(null);
  const changes = !isMe && isAbove(space.role, member.role);
  const path = `/spaces/${space.id}/members/${member.id}`;
  const giveRole = (role: Role): void => {
    setGiven(role);
    act({ method: "PATCH", path, body: { role } }, onChange);
  };
  return (
    <li
      tabIndex={-1}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-b py-2 max-sm:gap-x-2 max-sm:gap-y-0.5"
    >
      <div className="flex min-w-40 grow basis-40 items-center gap-3 max-sm:min-w-0 max-sm:basis-24">
        <Face person={member} />
        <p className="min-w-0 wrap-anywhere leading-5">
          <bdi className="font-medium">{member.name}</bdi>
          <span className="text-muted text-sm">
            {isMe && ` (${words("you")})`}
            {` · ${words(standingOf(member))}`}
          </span>
        </p>
      </div>
      {progress && <ProgressLine progress={progress} />}
      <div className="ms-auto flex items-center gap-1">
        {changes ? (
          <RoleField
            space={space}
            member={member}
            role={error === null ? (given ?? member.role) : member.role}
            onRole={giveRole}
          />
        ) : (
          <span className="text-muted">{words(`role-${member.role}-${space.template}`)}</span>
        )}
        {changes && <MemberActs {...{ space, member, progress, onChange, onGoing, onRemoved }} />}
      </div>
      <Wrong sentence={error} />
    </li>
  );
}

function standingOf({ isStandIn, isGuest }: Member): "stand-in" | "guest" | "account" {
  if (isStandIn) return "stand-in";
  return isGuest ? "guest" : "account";
}

type RoleFieldProps = {
  readonly space: Space;
  readonly member: Member;
  readonly role: Role;
  readonly onRole: (role: Role) => void;
};

function RoleField({ space, member, role, onRole }: RoleFieldProps) {
  const words = useTranslations("space");
  return (
    <select
      aria-label={words("role-of", { name: member.name })}
      value={role}
      onChange={(event) => {
        const chosen = ROLES.find((each) => each === event.target.value);
        if (chosen) onRole(chosen);
      }}
      className="h-8 rounded-md border border-rule-strong bg-raised px-2 max-sm:max-w-28 max-sm:truncate pointer-coarse:h-11 pointer-coarse:text-[1rem]"
    >
      {ROLES.filter((each) => reaches(space.role, each)).map((each) => (
        <option key={each} value={each}>
          {words(`role-${each}-${space.template}`)}
        </option>
      ))}
    </select>
  );
}

function ProgressLine({ progress }: { readonly progress: Progress }) {
  const words = useTranslations("space");
  return (
    <dl className="flex flex-wrap gap-x-4 text-sm max-sm:order-1 max-sm:basis-full max-sm:gap-x-3">
      {(["claim", "entity", "framing"] as const).map((kind) => (
        <div key={kind} data-kind={kind} className={countLook(progress[kind])}>
          <dt className="kind-line text-muted">{words(`kind-${kind}`)}</dt>
          <dd>{progress[kind]}</dd>
        </div>
      ))}
      <div className={countLook(progress.replies)}>
        <dt className="text-muted">{words("replies")}</dt>
        <dd>{progress.replies}</dd>
      </div>
      <div className="flex gap-1 whitespace-nowrap">
        <dt className="sr-only">{words("last-active")}</dt>
        <dd className="text-muted">
          <Moment at={Date.parse(progress.lastAt)} />
        </dd>
      </div>
    </dl>
  );
}

/** What there is nothing of takes no room on a phone. */
const countLook = (count: number): string => classes("flex gap-1", count === 0 && "max-sm:hidden");

const reaches = (mine: Role, role: Role): boolean => ROLES.indexOf(mine) >= ROLES.indexOf(role);

/** As the server sees it: owners stand above everybody, each other included. */
const isAbove = (mine: Role, theirs: Role): boolean =>
  mine === "owner" || (mine === "editor" && mine !== theirs && reaches(mine, theirs));
