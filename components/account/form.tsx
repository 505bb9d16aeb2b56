"use client";
// A form that is sent as a whole: its button rests meanwhile, and what went wrong is said below it.

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";

type FormProps = {
  readonly button: string;
  /** The look of the button; "filled" for the one thing to do on a page. */
  readonly look?: "filled" | "plain";
  /** Sends it. `field` reads one by its name. Resolves with a sentence when something went wrong, else with null. */
  readonly send: (field: (name: string) => string) => Promise<string | null>;
  /** Said once it was sent. */
  readonly done?: string;
  readonly children: ReactNode;
};

/** Its fields are emptied once it was sent. */
export function Form({ button, look = "filled", send, done, children }: FormProps) {
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    setSending(true);
    setSent(false);
    setError(null);
    const wrong = await send((name) => String(data.get(name) ?? ""));
    setSending(false);
    setError(wrong);
    setSent(wrong === null);
    if (wrong === null) form.reset();
  };

  return (
    // never in the address, not even where no script runs
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {children}
      <Wrong sentence={error} />
      {done && sent && <p role="status">{done}</p>}
      <Button type="submit" look={look} className="self-start" disabled={sending}>
        {button}
      </Button>
    </form>
  );
}
