// The secret that a webhook signs with: shown once, when it is new, and made anew.

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/clipboard.ts";
import { TextField } from "../ui/field.tsx";
import { Summary } from "../ui/summary.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { madeHookSchema } from "./hook-answers.ts";
import { useActs } from "./use-act.ts";

type HookSecretProps = { readonly label: string; readonly secret: string };

/** A secret that is shown this once, to be copied. */
export function HookSecret({ label, secret }: HookSecretProps) {
  const words = useTranslations("hooks");
  const [isCopied, setCopied] = useState(false);
  return (
    <div role="status" className="flex flex-col gap-1">
      <div className="flex items-end gap-2">
        <div className="grow">
          <TextField label={label} value={secret} readOnly dir="ltr" />
        </div>
        <Button
          className="h-10"
          onClick={() => void copyText(secret).then((done) => setCopied(done))}
        >
          {words(isCopied ? "copied" : "copy")}
        </Button>
      </div>
      <p className="text-muted text-sm">{words("secret-why")}</p>
    </div>
  );
}

type RenewSecretProps = {
  /** Of the webhook. */
  readonly path: string;
  /** Called once there is another secret. */
  readonly onRenewed: () => void;
};

/** Says what another secret means before it makes one, and shows it. */
export function RenewSecret({ path, onRenewed }: RenewSecretProps) {
  const words = useTranslations("hooks");
  const { obtain, busy, error } = useActs();
  const [secret, setSecret] = useState<string | null>(null);
  const renew = (): void =>
    obtain({ method: "POST", path: `${path}/secret` }, madeHookSchema, (made) => {
      setSecret(made.secret);
      onRenewed();
    });
  return (
    <details>
      <Summary quiet>{words("renew")}</Summary>
      <div className="flex flex-col gap-3 py-2">
        <p className="max-w-prose">{words("renew-why")}</p>
        {secret && <HookSecret key={secret} label={words("secret-renewed")} secret={secret} />}
        <Button className="self-start" disabled={busy} onClick={renew}>
          {words("renew-now")}
        </Button>
        <Wrong sentence={error} />
      </div>
    </details>
  );
}

/** Until when what is sent is signed with a secret of before, too. */
export function OldSecret({ until }: { readonly until: string }) {
  const words = useTranslations("hooks");
  const time = useFormatter().dateTime(new Date(until), { dateStyle: "short", timeStyle: "short" });
  return <p className="text-muted text-sm">{words("secret-until", { time })}</p>;
}
