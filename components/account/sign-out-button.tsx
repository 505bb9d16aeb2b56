"use client";
// Ends the session of this browser.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { forgetKept } from "../intake/kept-key.ts";
import { useAskServer } from "../library/ask-server.ts";
import { Button } from "../ui/button.tsx";

export function SignOutButton() {
  const words = useTranslations("account");
  const ask = useAskServer();
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);

  const signOut = async (): Promise<void> => {
    const left = await ask("/session", { method: "DELETE", expect: z.unknown() });
    setError(left.ok ? null : left.sentence);
    if (!left.ok) return;
    forgetKept();
    router.push("/");
    router.refresh();
  };

  return (
    <>
      <Button look="quiet" onClick={() => void signOut()}>
        {words("sign-out")}
      </Button>
      {error !== null && <p role="alert">{error}</p>}
    </>
  );
}
