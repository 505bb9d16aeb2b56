// The webhooks of a space: where its owners have other programs told of what happens in it.

import { useState } from "react";
import { useTranslations } from "use-intl";
import { HOOKS } from "#domain/hook.ts";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { type Hook, hooksSchema } from "./hook-answers.ts";
import { HookRow } from "./hook-row.tsx";
import { HookSecret } from "./hook-secret.tsx";
import { NewHookForm } from "./new-hook-form.tsx";
import { Unanswered } from "./unanswered.tsx";
import { useActs } from "./use-act.ts";
import { useAsked } from "./use-asked.ts";

export function HookSection({ space }: { readonly space: string }) {
  const words = useTranslations("hooks");
  const path = `/spaces/${space}/hooks`;
  const asked = useAsked(path, hooksSchema);
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [removed, setRemoved] = useState<Hook | null>(null);
  const hooks = asked.value?.hooks ?? [];
  /** Draws a webhook as it is now, or asks for all. */
  const change = (now: Hook | null): void =>
    now
      ? asked.know({ hooks: hooks.map((each) => (each.id === now.id ? now : each)) })
      : asked.again();
  const remove = (gone: Hook): void => {
    setRemoved(gone);
    asked.know({ hooks: hooks.filter(({ id }) => id !== gone.id) });
  };
  const made = (told: string): void => {
    setSecret(told);
    setAdding(false);
    asked.again();
  };
  return (
    <Section title={words("title")} lead={words("lead")}>
      <Unanswered asked={asked} />
      {hooks.length > 0 && (
        <ul>
          {hooks.map((hook) => (
            <HookRow key={hook.id} hook={hook} path={path} onChange={change} onRemove={remove} />
          ))}
        </ul>
      )}
      {removed && (
        <Removed
          key={removed.id}
          hook={removed}
          path={path}
          onReturn={() => {
            setRemoved(null);
            asked.again();
          }}
        />
      )}
      {secret && <HookSecret key={secret} label={words("secret")} secret={secret} />}
      {isAdding ? (
        <NewHookForm path={path} onMade={made} onCancel={() => setAdding(false)} />
      ) : (
        <Button
          className="self-start"
          disabled={asked.value === null || hooks.length >= HOOKS}
          onClick={() => setAdding(true)}
        >
          {words("add")}
        </Button>
      )}
    </Section>
  );
}

type RemovedProps = {
  readonly hook: Hook;
  readonly path: string;
  readonly onReturn: () => void;
};

function Removed({ hook: { id, url }, path, onReturn }: RemovedProps) {
  const words = useTranslations("hooks");
  const { act, busy, error } = useActs();
  const undo = (): void =>
    act({ method: "PATCH", path: `${path}/${id}`, body: { removed: false } }, onReturn);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p role="status" className="min-w-0 wrap-anywhere text-muted">
        {words.rich("removed", { name: () => <bdi dir="ltr">{url}</bdi> })}
      </p>
      <Button autoFocus disabled={busy} onClick={undo}>
        {words("undo")}
      </Button>
      <Wrong sentence={error} />
    </div>
  );
}
