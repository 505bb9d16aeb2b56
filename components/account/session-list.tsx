"use client";
// Where one is signed in, with a button to end each.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";
import { Wrong } from "../ui/wrong.tsx";

export type SessionLine = {
  readonly id: string;
  /** Dates that people read. */
  readonly begun: string;
  readonly used: string;
  /** Whether it is this browser's. */
  readonly current: boolean;
};

export function SessionList({ sessions }: { readonly sessions: readonly SessionLine[] }) {
  const words = useTranslations("account");
  const [error, setError] = useState<string | null>(null);
  const ask = useAskServer();
  const router = useRouter();

  const end = async (path: string): Promise<void> => {
    const ended = await ask(path, { method: "DELETE", expect: z.unknown() });
    setError(ended.ok ? null : ended.sentence);
    router.refresh();
  };

  return (
    <Section parted title={words("sessions")} lead={words("sessions-hint")}>
      <ul className="flex flex-col">
        {sessions.map(({ id, begun, used, current }) => (
          <li
            key={id}
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-rule border-b py-1"
          >
            <span className="tabular-nums">
              {words("session-line", { begun, used })}
              {current && <span className="ms-2 font-medium">{words("this-browser")}</span>}
            </span>
            {!current && (
              <Button look="quiet" onClick={() => void end(`/sessions/${id}`)}>
                {words("end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Wrong sentence={error} />
      <Button className="self-start" onClick={() => void end("/sessions")}>
        {words("sign-out-everywhere")}
      </Button>
    </Section>
  );
}
