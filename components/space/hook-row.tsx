// One webhook: whether it is on, what it is told of, and what was sent last.

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { HookTopic } from "#domain/hook.ts";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { type Hook, hookSchema, type Outcome, testedSchema } from "./hook-answers.ts";
import { HookDeliveries, useOutcome } from "./hook-deliveries.tsx";
import { OldSecret, RenewSecret } from "./hook-secret.tsx";
import { TopicChecks } from "./topic-checks.tsx";
import { useActs } from "./use-act.ts";

type HookRowProps = {
  readonly hook: Hook;
  /** Of all webhooks of the space. */
  readonly path: string;
  /** Called with the webhook as it is now; null: something was sent. */
  readonly onChange: (hook: Hook | null) => void;
  readonly onRemove: (hook: Hook) => void;
};

export function HookRow({ hook, path, onChange, onRemove }: HookRowProps) {
  const words = useTranslations("hooks");
  const { id, url: address, topics, ended } = hook;
  const { act, obtain, busy, error } = useActs();
  const [wanted, setWanted] = useState<readonly HookTopic[]>(topics);
  const one = `${path}/${id}`;
  const change = (body: object): void =>
    obtain({ method: "PATCH", path: one, body }, hookSchema, onChange);
  const choose = (chosen: readonly HookTopic[]): void => {
    setWanted(chosen);
    change({ topics: chosen });
  };
  const turn = ended ? "switch-on" : "switch-off";
  return (
    <li className="flex flex-col gap-2 border-rule border-b py-3 first:border-t">
      <bdi dir="ltr" className="self-start wrap-anywhere font-medium">
        {address}
      </bdi>
      <HookState hook={hook} />
      {hook.oldSecretUntil && <OldSecret until={hook.oldSecretUntil} />}
      <TopicChecks chosen={busy ? wanted : topics} onChoose={choose} />
      <div className="flex flex-wrap items-center gap-2">
        <Test path={one} address={address} onTested={() => onChange(null)} />
        <Button
          aria-label={words(`${turn}-of`, { address })}
          onClick={() => change({ on: ended !== null })}
        >
          {words(turn)}
        </Button>
        <Button
          look="quiet"
          className="h-9"
          aria-label={words("remove-of", { address })}
          disabled={busy}
          onClick={() => act({ method: "DELETE", path: one }, () => onRemove(hook))}
        >
          {words("remove")}
        </Button>
      </div>
      <Wrong sentence={error} />
      <RenewSecret path={one} onRenewed={() => onChange(null)} />
      <HookDeliveries deliveries={hook.deliveries} />
    </li>
  );
}

function HookState({ hook: { ended, waiting } }: { readonly hook: Hook }) {
  const words = useTranslations("hooks");
  const format = useFormatter();
  if (ended === null) {
    return (
      <p className="text-muted text-sm">
        {words("on")}
        {waiting > 0 && ` · ${words("waiting", { count: waiting })}`}
      </p>
    );
  }
  const date = format.dateTime(new Date(ended.at), { dateStyle: "medium" });
  if (ended.why === "by-hand") {
    return <p className="text-muted text-sm">{words("off", { date })}</p>;
  }
  return <p className="text-danger">{words(`ended-${ended.why}`, { date })}</p>;
}

type TestProps = {
  readonly path: string;
  readonly address: string;
  readonly onTested: () => void;
};

function Test({ path, address, onTested }: TestProps) {
  const words = useTranslations("hooks");
  const why = useOutcome();
  const { obtain, busy, error } = useActs();
  const [tested, setTested] = useState<Outcome | null>(null);
  const send = (): void =>
    obtain({ method: "POST", path: `${path}/test` }, testedSchema, (outcome) => {
      setTested(outcome);
      onTested();
    });
  const said = busy
    ? words("testing")
    : tested &&
      (hasArrived(tested) ? words("test-arrived") : words("test-missed", { why: why(tested) }));
  return (
    <>
      <Button aria-label={words("test-of", { address })} disabled={busy} onClick={send}>
        {words("test")}
      </Button>
      <p role="status" className="order-last w-full text-sm empty:hidden">
        {said}
      </p>
      <Wrong sentence={error} />
    </>
  );
}

const hasArrived = ({ status }: Outcome): boolean =>
  status !== null && status >= 200 && status < 300;
