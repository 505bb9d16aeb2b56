"use client";
// Says who one is here, leads to one's account, and lets a guest leave.

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { forgetKept } from "../intake/kept-key.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { useAskServer } from "./ask-server.ts";

type WhoAmIProps = {
  readonly name: string;
  readonly hasAccount: boolean;
  /** Whether a guest may make an account and stay this person. */
  readonly mayMakeAccount: boolean;
};

export function WhoAmI({ name, hasAccount, mayMakeAccount }: WhoAmIProps) {
  const words = useTranslations("library");
  const [leaving, setLeaving] = useState(false);
  if (leaving) return <Leaving onStay={() => setLeaving(false)} />;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span>
        {words.rich("you-are", {
          who: name,
          quiet: (chunks) => <span className="text-muted">{chunks}</span>,
          name: (chunks) => <bdi className="font-medium">{chunks}</bdi>,
        })}
      </span>
      {(hasAccount || mayMakeAccount) && (
        <Link
          href="/account"
          prefetch={false}
          className={buttonLook(hasAccount ? "quiet" : "plain")}
        >
          {words(hasAccount ? "account" : "keep-work")}
        </Link>
      )}
      {!hasAccount && (
        <Button look="quiet" onClick={() => setLeaving(true)}>
          {words("leave")}
        </Button>
      )}
    </p>
  );
}

function Leaving({ onStay }: { readonly onStay: () => void }) {
  const words = useTranslations("library");
  const ask = useAskServer();
  const [error, setError] = useState<string | null>(null);
  const router = useRouter();

  const leave = async (): Promise<void> => {
    const left = await ask("/session", { method: "DELETE", expect: z.unknown() });
    if (!left.ok) return setError(left.sentence);
    forgetKept();
    router.refresh();
  };

  return (
    <div role="alert" className="flex flex-wrap items-center gap-2">
      <p>{error ?? words("leave-warning")}</p>
      <Button onClick={() => void leave()}>{words("leave-for-good")}</Button>
      <Button look="quiet" autoFocus onClick={onStay}>
        {words("stay")}
      </Button>
    </div>
  );
}
