// When a space ends, and how long after that its guests are kept.

import { type FormEvent, useState } from "react";
import { useFormatter, useNow, useTranslations } from "use-intl";
import { MOST_RETENTION } from "#domain/space.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Section } from "../ui/section.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { forgettingDay } from "./forgetting-day.ts";
import { type Space, spaceSchema } from "./space-answers.ts";
import { useActs } from "./use-act.ts";

type RetentionSectionProps = {
  readonly space: Space;
  readonly onChange: (space: Space) => void;
};

export function RetentionSection({ space, onChange }: RetentionSectionProps) {
  const words = useTranslations("space");
  const { obtain, busy, error } = useActs();
  const [endsOn, setEndsOn] = useState(space.settings.endsOn ?? "");
  const [days, setDays] = useState(String(space.settings.retentionDays ?? ""));
  const wanted = {
    endsOn: endsOn === "" ? null : endsOn,
    retentionDays: days === "" ? null : Number(days),
  };
  const [isSaved, setSaved] = useState(false);
  const isSame =
    wanted.endsOn === space.settings.endsOn &&
    wanted.retentionDays === space.settings.retentionDays;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    obtain(
      { method: "PATCH", path: `/spaces/${space.id}`, body: wanted },
      spaceSchema,
      (changed) => {
        onChange(changed);
        setSaved(true);
      },
    );
  };
  return (
    <Section title={words("retention")} lead={words("retention-why")}>
      <form onSubmit={save} className="flex flex-wrap items-end gap-3">
        <TextField
          label={words("ends-at")}
          type="date"
          value={endsOn}
          onChange={(event) => setEndsOn(event.target.value)}
        />
        <TextField
          label={words("retention-days")}
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST_RETENTION}
          placeholder={words("retention-never")}
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
        <Button type="submit" className="h-10" disabled={busy || isSame}>
          {words("save")}
        </Button>
      </form>
      <Consequence at={forgettingDay(wanted.endsOn, wanted.retentionDays)} />
      <p role="status" className="text-muted">
        {isSaved && isSame && words("is-saved")}
      </p>
      <Wrong sentence={error} />
    </Section>
  );
}

/** What comes of the two fields, before they are saved: erasing cannot be undone. */
function Consequence({ at }: { readonly at: number | null }) {
  const words = useTranslations("space");
  const format = useFormatter();
  const now = useNow();
  if (at === null) return null;
  return at <= now.getTime() ? (
    <p className="text-danger">{words("erased-at-once")}</p>
  ) : (
    <p>
      {words("erased-on", {
        date: format.dateTime(new Date(at), { dateStyle: "long", timeZone: "UTC" }),
      })}
    </p>
  );
}
