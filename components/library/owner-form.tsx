"use client";
// Turns the link from the server's console into an owner's session.

import { useRouter } from "next/navigation";
import { useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { Button } from "../ui/button.tsx";
import { useAskServer } from "./ask-server.ts";

/** Reads the token from the address's fragment, which browsers never send to a server by themselves. */
export function OwnerForm() {
  const words = useTranslations("library");
  const ask = useAskServer();
  const token = useSyncExternalStore(onHashChange, readToken, () => null);
  const [error, setError] = useState<string | null>(null);
  const router = useRouter();

  const become = async (): Promise<void> => {
    const answer = await ask("/owner", {
      method: "POST",
      body: { token },
      expect: z.unknown(),
    });
    if (answer.ok) router.replace("/");
    else setError(answer.sentence);
  };

  return (
    <div className="flex flex-col gap-4">
      <Button look="filled" className="self-start" disabled={!token} onClick={() => void become()}>
        {words("become-owner")}
      </Button>
      {error && (
        <p role="alert" className="text-danger">
          {error}
        </p>
      )}
      {token === "" && <p className="text-danger">{words("link-cut")}</p>}
    </div>
  );
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** "#token=abc" and "#abc" are both understood; empty when there is no fragment. */
function readToken(): string {
  const fragment = window.location.hash.slice(1);
  return new URLSearchParams(fragment).get("token") ?? fragment;
}
