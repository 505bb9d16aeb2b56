"use client";
// What is set in a space, and the ways out of it.

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { SPACE_NAME_LENGTH } from "#domain/space.ts";
import { Button } from "../ui/button.tsx";
import { Check } from "../ui/check.tsx";
import { TextField } from "../ui/field.tsx";
import { Section } from "../ui/section.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { DeleteSection } from "./delete-section.tsx";
import { HookSection } from "./hook-section.tsx";
import { RetentionSection } from "./retention-section.tsx";
import { type Space, spaceSchema } from "./space-answers.ts";
import { SpaceBar } from "./space-bar.tsx";
import { SpaceHeading } from "./space-heading.tsx";
import { useActs } from "./use-act.ts";

type SettingsPageProps = { readonly space: Space; readonly me: string };

export function SettingsPage({ space: opened, me }: SettingsPageProps) {
  const words = useTranslations("space");
  const [space, setSpace] = useState(opened);
  const isOwner = space.role === "owner";
  return (
    <>
      <SpaceBar space={space} at="settings" />
      <main className="mx-auto flex max-w-2xl flex-col gap-10 px-6 py-8">
        <SpaceHeading space={space.name}>{words("settings")}</SpaceHeading>
        {isOwner && !space.archived && <NameForm space={space} onChange={setSpace} />}
        {isOwner && !space.archived && <RulesSection space={space} onChange={setSpace} />}
        {isOwner && <RetentionSection space={space} onChange={setSpace} />}
        {isOwner && <HookSection space={space.id} />}
        {isOwner && <ArchiveSection space={space} onChange={setSpace} />}
        <LeaveSection space={space} me={me} />
        {isOwner && <DeleteSection space={space} />}
      </main>
    </>
  );
}

type ChangingProps = { readonly space: Space; readonly onChange: (space: Space) => void };

function NameForm({ space, onChange }: ChangingProps) {
  const words = useTranslations("space");
  const [name, setName] = useState(space.name);
  const { obtain, busy, error } = useActs();
  const rename = (event: FormEvent): void => {
    event.preventDefault();
    const path = `/spaces/${space.id}`;
    obtain({ method: "PATCH", path, body: { name } }, spaceSchema, onChange);
  };
  return (
    <form onSubmit={rename} className="flex items-end gap-2">
      <div className="grow">
        <TextField
          label={words("name")}
          error={error}
          required
          maxLength={SPACE_NAME_LENGTH}
          dir="auto"
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Button type="submit" className="h-10" disabled={busy || name.trim() === space.name}>
        {words("rename")}
      </Button>
    </form>
  );
}

function RulesSection({ space, onChange }: ChangingProps) {
  const words = useTranslations("space");
  const { obtain, busy, error } = useActs();
  const [wanted, setWanted] = useState<Partial<Space["settings"]>>({});
  const settings = busy ? { ...space.settings, ...wanted } : space.settings;
  const { articlesFrom, guestsAllowed, waitingRoom } = settings;
  const change = (body: Partial<Space["settings"]>): void => {
    setWanted(busy ? { ...wanted, ...body } : body);
    obtain({ method: "PATCH", path: `/spaces/${space.id}`, body }, spaceSchema, onChange);
  };
  return (
    <Section title={words("rules")}>
      <div className="-mx-2 flex flex-col">
        <Check checked={waitingRoom} onToggle={() => change({ waitingRoom: !waitingRoom })}>
          {words("waiting-room-on")}
        </Check>
        <Check checked={guestsAllowed} onToggle={() => change({ guestsAllowed: !guestsAllowed })}>
          {words("guests-allowed")}
        </Check>
        <Check
          checked={articlesFrom === "annotator"}
          onToggle={() =>
            change({ articlesFrom: articlesFrom === "annotator" ? "editor" : "annotator" })
          }
        >
          {words(`articles-from-${space.template}`)}
        </Check>
        <SightChecks template={space.template} settings={settings} change={change} />
      </div>
      <Wrong sentence={error} />
    </Section>
  );
}

type SightChecksProps = {
  readonly template: Space["template"];
  readonly settings: Space["settings"];
  readonly change: (settings: Partial<Space["settings"]>) => void;
};

/** Who sees whom, in all articles that are not set otherwise. */
function SightChecks({ template, settings, change }: SightChecksProps) {
  const words = useTranslations("space");
  const { visibility, namesShown } = settings;
  const other = visibility === "open" ? "own" : "open";
  return (
    <>
      <Check checked={visibility === "open"} onToggle={() => change({ visibility: other })}>
        {words("notes-shown")}
      </Check>
      <Check checked={namesShown} onToggle={() => change({ namesShown: !namesShown })}>
        {words(`names-shown-${template}`)}
      </Check>
    </>
  );
}

function ArchiveSection({ space, onChange }: ChangingProps) {
  const words = useTranslations("space");
  const { obtain, busy, error } = useActs();
  const path = `/spaces/${space.id}`;
  const body = { archived: !space.archived };
  return (
    <Section title={words("archive")} lead={words("archive-why")}>
      <Button
        className="self-start"
        disabled={busy}
        onClick={() => obtain({ method: "PATCH", path, body }, spaceSchema, onChange)}
      >
        {words(space.archived ? "bring-back" : "archive")}
      </Button>
      <Wrong sentence={error} />
    </Section>
  );
}

function LeaveSection({ space, me }: SettingsPageProps) {
  const words = useTranslations("space");
  const router = useRouter();
  const { act, busy, error } = useActs();
  const [sure, setSure] = useState(false);
  const path = `/spaces/${space.id}/members/${me}`;
  return (
    <Section title={words("leave")} lead={words("leave-why")}>
      {sure ? (
        <p className="flex gap-2">
          <Button
            disabled={busy}
            onClick={() => act({ method: "DELETE", path }, () => router.push("/"))}
          >
            {words("leave")}
          </Button>
          <Button look="quiet" className="h-9" autoFocus onClick={() => setSure(false)}>
            {words("cancel")}
          </Button>
        </p>
      ) : (
        <Button className="self-start" onClick={() => setSure(true)}>
          {words("leave")}
        </Button>
      )}
      <Wrong sentence={error} />
    </Section>
  );
}
