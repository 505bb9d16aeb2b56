"use client";
// Who is in a space; for its editors also who waits, what lets people in, and how far everybody is.

import { useTranslations } from "use-intl";
import { Section } from "../ui/section.tsx";
import { AliasSection } from "./alias-section.tsx";
import { AuditSection } from "./audit-section.tsx";
import { CodeSection } from "./code-section.tsx";
import { InviteSection } from "./invite-section.tsx";
import { MemberList } from "./member-list.tsx";
import { membersSchema, progressSchema, type Space } from "./space-answers.ts";
import { SpaceBar } from "./space-bar.tsx";
import { SpaceHeading } from "./space-heading.tsx";
import { Unanswered } from "./unanswered.tsx";
import { useAsked } from "./use-asked.ts";
import { WaitingRoom } from "./waiting-room.tsx";

type PeoplePageProps = { readonly space: Space; readonly me: string };

export function PeoplePage({ space, me }: PeoplePageProps) {
  const words = useTranslations("space");
  const path = `/spaces/${space.id}`;
  const isEditor = space.role === "owner" || space.role === "editor";
  const members = useAsked(`${path}/members`, membersSchema);
  const progress = useAsked(isEditor ? `${path}/progress` : null, progressSchema);
  const lookAgain = (): void => {
    members.again();
    progress.again();
  };
  const lets = isEditor && !space.archived;
  return (
    <>
      <SpaceBar space={space} at="people" />
      <main className="mx-auto flex max-w-4xl flex-col gap-10 px-6 py-8">
        <SpaceHeading space={space.name}>{words("people")}</SpaceHeading>
        {lets && (
          <WaitingRoom space={space} members={members.value?.members ?? []} onDecide={lookAgain} />
        )}
        <Section title={words("are-in", { count: members.value?.members.length ?? space.people })}>
          <Unanswered asked={members} tellsStale />
          <Unanswered asked={progress} />
          {members.value && (
            <MemberList
              space={space}
              me={me}
              members={members.value.members}
              progress={progress.value?.people ?? null}
              onChange={lookAgain}
            />
          )}
        </Section>
        {isEditor && !space.settings.namesShown && <AliasSection space={space} />}
        {lets && <CodeSection space={space} />}
        {lets && <InviteSection space={space} />}
        {space.role === "owner" && <AuditSection space={space} />}
      </main>
    </>
  );
}
