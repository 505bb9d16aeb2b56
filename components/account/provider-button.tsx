"use client";
// To the place where a newsroom or a school keeps its accounts, and back.

import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";

type ProviderButtonProps = {
  /** What the place is called. */
  readonly name: string;
  /** The path of the page to come back to. */
  readonly next: string;
  /** Whether the place is added to the account that one is signed in to. */
  readonly link?: boolean;
  /** The code of a space, which one comes back into. */
  readonly code?: string | undefined;
};

const answerSchema = z.object({ url: z.url({ protocol: /^https?$/ }) });

export function ProviderButton({ name, next, link = false, code }: ProviderButtonProps) {
  const words = useTranslations("account");
  const ask = useAskServer();
  const [error, setError] = useState<string | null>(null);

  const go = async (): Promise<void> => {
    setError(null);
    const answer = await ask("/open-id", {
      method: "POST",
      body: { next, link, ...(code !== undefined && { code }) },
      expect: answerSchema,
    });
    if (answer.ok) window.location.assign(answer.value.url);
    else setError(answer.sentence);
  };

  return (
    <div className="flex flex-col gap-2">
      <Button className="h-10 self-start" onClick={() => void go()}>
        <bdi>{words(link ? "connect" : "sign-in-with", { place: name })}</bdi>
      </Button>
      <Wrong sentence={error} />
    </div>
  );
}
