"use client";
// Enters as a guest: an alias, one button, nothing else asked.

import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { Button, buttonLook } from "../ui/button.tsx";
import { AliasField } from "./alias-field.tsx";
import { useAskServer } from "./ask-server.ts";
import { sampleArticle } from "./sample-article.ts";

type GuestFormProps = {
  /** The alias that is offered first. */
  readonly alias: string;
  readonly button: string;
  /** Where joining leads: to the sample article, or to the page that asked for it. */
  readonly leadsTo: "sample" | "here";
};

const guestSchema = z.object({ user: z.object({ id: z.string() }) });

export function GuestForm({ alias, button, leadsTo }: GuestFormProps) {
  const words = useTranslations("library");
  const ask = useAskServer();
  const router = useRouter();
  const here = usePathname();
  const [error, setError] = useState<string | null>(null);
  const [joining, setJoining] = useState(false);

  const join = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setJoining(true);
    setError(null);
    const guest = await ask("/guests", {
      method: "POST",
      body: { name: form.get("name") },
      expect: guestSchema,
    });
    if (!guest.ok) {
      setError(guest.sentence);
      setJoining(false);
      return;
    }
    const sample = leadsTo === "sample" ? await sampleArticle(ask) : null;
    if (sample !== null) router.push(`/articles/${sample}`);
    else router.refresh();
  };

  return (
    <form onSubmit={join} className="flex flex-col gap-4">
      <AliasField
        label={words("your-name")}
        hint={words("your-name-hint")}
        other={words("other-name")}
        error={error}
        alias={alias}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="filled" disabled={joining}>
          {joining ? words("opening") : button}
        </Button>
        <Link
          href={`/sign-in?next=${encodeURIComponent(here)}`}
          prefetch={false}
          className={`${buttonLook("quiet")} h-10`}
        >
          {words("have-account")}
        </Link>
      </div>
    </form>
  );
}
