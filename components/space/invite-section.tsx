// The links that let people into a space with a role.

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/clipboard.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import { Section } from "../ui/section.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { DaysField, RoleField } from "./invite-fields.tsx";
import { InviteList } from "./invite-list.tsx";
import { InvitePeople } from "./invite-people.tsx";
import { OnlyHere } from "./only-here.tsx";
import { invitesSchema, madeInviteSchema, type Space } from "./space-answers.ts";
import { Unanswered } from "./unanswered.tsx";
import { useActs } from "./use-act.ts";
import { useAsked } from "./use-asked.ts";

const DAYS = [1, 7, 30, 90];
const USES = [1, 5, 30, 100];

export function InviteSection({ space }: { readonly space: Space }) {
  const words = useTranslations("space");
  const path = `/spaces/${space.id}/invites`;
  const invites = useAsked(path, invitesSchema);
  const { obtain, busy, error } = useActs();
  const [link, setLink] = useState<string | null>(null);
  const make = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const uses = form.get("uses");
    const body = {
      role: form.get("role"),
      days: Number(form.get("days")),
      uses: uses === "any" ? null : Number(uses),
    };
    obtain({ method: "POST", path, body }, madeInviteSchema, ({ token }) => {
      setLink(`${window.location.origin}/join/${token}`);
      invites.again();
    });
  };
  return (
    <Section title={words("links")} lead={words("links-why")}>
      <Unanswered asked={invites} />
      <InviteList space={space} invites={invites} />
      {link && <NewLink link={link} />}
      <form onSubmit={make} className="flex flex-wrap items-end gap-3">
        <RoleField space={space} />
        <DaysField days={DAYS} />
        <SelectField label={words("uses")} name="uses" defaultValue="1">
          {USES.map((count) => (
            <option key={count} value={count}>
              {words("uses-count", { count })}
            </option>
          ))}
          <option value="any">{words("uses-any")}</option>
        </SelectField>
        <Button type="submit" className="h-10" disabled={busy}>
          {words("make-link")}
        </Button>
      </form>
      <Wrong sentence={error} />
      <div className="mt-4 flex flex-col gap-1">
        <h3 className="font-medium">{words("by-email")}</h3>
        <p className="text-muted">{words("by-email-why")}</p>
      </div>
      <InvitePeople space={space} onInvited={invites.again} />
    </Section>
  );
}

function NewLink({ link }: { readonly link: string }) {
  const words = useTranslations("space");
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <div className="flex flex-col gap-2" role="status">
      <div className="flex items-end gap-2">
        <div className="grow">
          <TextField label={words("new-link")} value={link} readOnly dir="ltr" />
        </div>
        <Button
          className="h-10"
          onClick={() => void copyText(link).then((done) => setCopied(done ? link : null))}
        >
          {words(copied === link ? "copied" : "copy")}
        </Button>
      </div>
      <OnlyHere className="text-danger" />
    </div>
  );
}
