// The links and invitations of a space that are good, with a button to revoke each.

import { useFormatter, useTranslations } from "use-intl";
import type * as z from "zod/mini";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";
import type { invitesSchema, Space } from "./space-answers.ts";
import { useActs } from "./use-act.ts";
import type { Asked } from "./use-asked.ts";
import { useTakingBack } from "./use-taking-back.tsx";

type Invites = z.infer<typeof invitesSchema>;
type Invite = Invites["invites"][number];

type InviteListProps = {
  readonly space: Space;
  readonly invites: Asked<Invites>;
};

export function InviteList({ space, invites }: InviteListProps) {
  const words = useTranslations("space");
  const { act, error } = useActs();
  const { tell, notice } = useTakingBack();
  const revoke = ({ id, email }: Invite): void => {
    const path = `/spaces/${space.id}/invites/${id}`;
    act({ method: "DELETE", path }, () => {
      invites.again();
      tell({
        id,
        gone: email === null ? words("link-was-revoked") : words("invite-was-revoked", { email }),
        back: email === null ? words("link-is-back") : words("invite-is-back", { email }),
        bringBack: (acts, done) =>
          acts.act({ method: "POST", path: `${path}/return` }, () => {
            invites.again();
            done();
          }),
      });
    });
  };
  return (
    <>
      <ul>
        {invites.value?.invites.map((invite) => (
          <InviteRow
            key={invite.id}
            space={space}
            invite={invite}
            onRevoke={() => revoke(invite)}
          />
        ))}
      </ul>
      <Wrong sentence={error} />
      {notice}
    </>
  );
}

type InviteRowProps = {
  readonly space: Space;
  readonly invite: Invite;
  readonly onRevoke: () => void;
};

function InviteRow({ space, invite, onRevoke }: InviteRowProps) {
  const words = useTranslations("space");
  const format = useFormatter();
  const { id, role, expiresAt, usesLeft, email, unsent } = invite;
  return (
    <li className="flex flex-wrap items-center gap-3 border-rule border-b py-2">
      <p id={`invite-${id}`} className="min-w-0 grow">
        {email !== null && <bdi className="block wrap-anywhere">{email}</bdi>}
        <span className="font-medium">{words(`role-${role}-${space.template}`)}</span>{" "}
        <span className="text-muted text-sm">
          {words("code-until", {
            date: format.dateTime(new Date(expiresAt), { dateStyle: "medium" }),
          })}
          {" · "}
          {usesLeft === null
            ? words("uses-any")
            : email === null
              ? words("link-left", { count: usesLeft })
              : words("once")}
        </span>
        {unsent && <span className="block text-danger text-sm">{words("letter-unsent")}</span>}
      </p>
      <Button
        look="quiet"
        aria-describedby={`invite-${id}`}
        aria-label={email === null ? undefined : words("revoke-invite", { email })}
        onClick={onRevoke}
      >
        {words("revoke")}
      </Button>
    </li>
  );
}
