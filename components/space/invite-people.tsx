// Inviting people by their e-mail addresses: a letter goes to each, or a link is shown for it.

import { type FormEvent, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { INVITED_AT_ONCE, readAddresses } from "#domain/addresses.ts";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/clipboard.ts";
import { TextArea } from "../ui/field.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { DaysField, RoleField } from "./invite-fields.tsx";
import { type Invited, invitedSchema, type Space } from "./space-answers.ts";
import { useActs } from "./use-act.ts";

const DAYS = [1, 7, 30];

type InvitePeopleProps = { readonly space: Space; readonly onInvited: () => void };

export function InvitePeople({ space, onInvited }: InvitePeopleProps) {
  const words = useTranslations("space");
  const [language] = useLocale().split("-");
  const { obtain, busy, error } = useActs();
  const [wrong, setWrong] = useState<string | null>(null);
  const [invited, setInvited] = useState<readonly Invited[] | null>(null);
  const invite = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const { addresses, wrong: others } = readAddresses(String(typed.get("addresses")));
    const refusal =
      others.length > 0
        ? words("addresses-wrong", { list: others.join(", ") })
        : addresses.length > INVITED_AT_ONCE
          ? words("addresses-many", { count: String(INVITED_AT_ONCE) })
          : null;
    setInvited(null);
    setWrong(refusal);
    if (refusal !== null) return;
    const body = {
      ...{ emails: addresses, language },
      ...{ role: typed.get("role"), days: Number(typed.get("days")) },
    };
    const path = `/spaces/${space.id}/invites/people`;
    obtain({ method: "POST", path, body }, invitedSchema, (answer) => {
      setInvited(answer.invited);
      form.reset();
      onInvited();
    });
  };
  return (
    <>
      <form onSubmit={invite} className="flex flex-col gap-3">
        <TextArea
          label={words("addresses")}
          hint={words("addresses-hint")}
          error={wrong}
          name="addresses"
          rows={3}
          required
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
        />
        <div className="flex flex-wrap items-end gap-3">
          <RoleField space={space} />
          <DaysField days={DAYS} />
          <Button type="submit" className="h-10" disabled={busy}>
            {words("invite")}
          </Button>
        </div>
      </form>
      <Wrong sentence={error} />
      {invited && <Told invited={invited} />}
    </>
  );
}

/** What became of the invitations, and the links that no letter carries. */
function Told({ invited }: { readonly invited: readonly Invited[] }) {
  const words = useTranslations("space");
  const links = invited.filter(({ link }) => link !== null);
  const sent = invited.length - links.length;
  const [copied, setCopied] = useState(false);
  const all = links.map(({ email, link }) => `${email}\t${link}`).join("\n");
  return (
    <div role="status" className="flex flex-col gap-3">
      {sent > 0 && <p>{words("letters-sent", { count: sent })}</p>}
      {links.length > 0 && (
        <div className="flex flex-col gap-3 rounded-md bg-sunken p-3">
          <p className="font-medium">{words("hand-over")}</p>
          <ul className="flex flex-col gap-2">
            {links.map(({ id, email, link }) => (
              <li key={id}>
                <bdi className="block wrap-anywhere">{email}</bdi>
                <code dir="ltr" className="block select-all break-all text-sm">
                  {link}
                </code>
              </li>
            ))}
          </ul>
          <Button className="self-start" onClick={() => void copyText(all).then(setCopied)}>
            {words(copied ? "copied" : "copy-all")}
          </Button>
        </div>
      )}
    </div>
  );
}
