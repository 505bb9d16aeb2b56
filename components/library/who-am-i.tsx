"use client";
// Says who one is here, and lets one leave.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { Button } from "../ui/button.tsx";
import { useAskServer } from "./ask-server.ts";

export function WhoAmI({ name }: { readonly name: string }) {
  const words = useTranslations("library");
  const ask = useAskServer();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const router = useRouter();

  const leave = async (): Promise<void> => {
    const left = await ask("/session", { method: "DELETE", expect: z.unknown() });
    if (left.ok) router.refresh();
    else setError(left.sentence);
  };

  if (!asking) {
    return (
      <p className="flex items-center gap-2">
        <span>
          {words.rich("you-are", {
            who: name,
            quiet: (chunks) => <span className="text-muted">{chunks}</span>,
            name: (chunks) => <bdi className="font-medium">{chunks}</bdi>,
          })}
        </span>
        <Button look="quiet" onClick={() => setAsking(true)}>
          {words("leave")}
        </Button>
      </p>
    );
  }
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2">
      <p>{error ?? words("leave-warning")}</p>
      <Button onClick={() => void leave()}>{words("leave-for-good")}</Button>
      <Button look="quiet" onClick={() => setAsking(false)}>
        {words("stay")}
      </Button>
    </div>
  );
}
