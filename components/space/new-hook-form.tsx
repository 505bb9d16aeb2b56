// The form by which a webhook is added.

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { HOOK_TOPICS, type HookTopic } from "#domain/hook.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { madeHookSchema } from "./hook-answers.ts";
import { TopicChecks } from "./topic-checks.tsx";
import { useActs } from "./use-act.ts";

type NewHookFormProps = {
  readonly path: string;
  /** Called with the secret, which is told this once. */
  readonly onMade: (secret: string) => void;
  readonly onCancel: () => void;
};

export function NewHookForm({ path, onMade, onCancel }: NewHookFormProps) {
  const words = useTranslations("hooks");
  const { obtain, busy, error } = useActs();
  const [topics, setTopics] = useState<readonly HookTopic[]>(HOOK_TOPICS);
  const make = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const body = { url: new FormData(event.currentTarget).get("url"), topics };
    obtain({ method: "POST", path, body }, madeHookSchema, ({ secret }) => onMade(secret));
  };
  return (
    <form onSubmit={make} className="flex flex-col gap-3 rounded-md border border-rule p-4">
      <TextField
        label={words("address")}
        hint={words("address-hint")}
        error={error}
        name="url"
        type="url"
        required
        autoFocus
        autoComplete="off"
        dir="ltr"
        placeholder="https://"
      />
      <TopicChecks chosen={topics} onChoose={setTopics} />
      <p className="flex gap-2">
        <Button type="submit" disabled={busy}>
          {words("add")}
        </Button>
        <Button look="quiet" className="h-9" onClick={onCancel}>
          {words("cancel")}
        </Button>
      </p>
    </form>
  );
}
