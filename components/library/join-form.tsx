"use client";
// Enters as a guest: an alias, one button, nothing else asked.

import { Shuffle } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import * as z from "zod/mini";
import { NAME_LENGTH } from "#domain/person.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { askServer } from "./ask-server.ts";
import { randomAlias } from "./random-alias.ts";
import { sampleArticle } from "./sample-article.ts";

type JoinFormProps = {
  /** The alias that is offered first. */
  readonly alias: string;
  readonly button: string;
  /** Where joining leads: to the sample article, or to the page that asked for it. */
  readonly leadsTo: "sample" | "here";
};

const guestSchema = z.object({ user: z.object({ id: z.string() }) });

export function JoinForm({ alias, button, leadsTo }: JoinFormProps) {
  const router = useRouter();
  const [name, setName] = useState(alias);
  const [error, setError] = useState<string | null>(null);
  const [joining, setJoining] = useState(false);

  const join = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setJoining(true);
    setError(null);
    const guest = await askServer("/guests", {
      method: "POST",
      body: { name },
      expect: guestSchema,
    });
    if (!guest.ok) {
      setError(guest.sentence);
      setJoining(false);
      return;
    }
    const sample = leadsTo === "sample" ? await sampleArticle() : null;
    if (sample !== null) router.push(`/articles/${sample}`);
    else router.refresh();
  };

  return (
    <form onSubmit={join} className="flex flex-col gap-4">
      <div className="flex items-start gap-2">
        <div className="grow">
          <TextField
            label="Your name here"
            hint="Others see this name beside what you mark. No e-mail, no password."
            error={error}
            value={name}
            maxLength={NAME_LENGTH}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <Button
          look="icon"
          className="mt-7"
          aria-label="Offer another name"
          title="Offer another name"
          onClick={() => setName(randomAlias())}
        >
          <Shuffle size={16} aria-hidden />
        </Button>
      </div>
      <Button type="submit" look="filled" className="self-start" disabled={joining}>
        {joining ? "Opening…" : button}
      </Button>
    </form>
  );
}
