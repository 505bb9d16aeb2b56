"use client";
// Says who one is here, and lets one leave.

import { useRouter } from "next/navigation";
import { useState } from "react";
import * as z from "zod/mini";
import { Button } from "../ui/button.tsx";
import { askServer } from "./ask-server.ts";

export function WhoAmI({ name }: { readonly name: string }) {
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const router = useRouter();

  const leave = async (): Promise<void> => {
    const left = await askServer("/session", { method: "DELETE", expect: z.unknown() });
    if (left.ok) router.refresh();
    else setError(left.sentence);
  };

  if (!asking) {
    return (
      <p className="flex items-center gap-2">
        <span>
          <span className="text-muted">You are </span>
          <bdi className="font-medium">{name}</bdi>
        </span>
        <Button look="quiet" onClick={() => setAsking(true)}>
          Leave
        </Button>
      </p>
    );
  }
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2">
      <p>{error ?? "Guests cannot come back as the same person. What you marked stays here."}</p>
      <Button onClick={() => void leave()}>Leave for good</Button>
      <Button look="quiet" onClick={() => setAsking(false)}>
        Stay
      </Button>
    </div>
  );
}
