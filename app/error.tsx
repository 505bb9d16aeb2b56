"use client";
// A page that failed to be drawn.

import { Button } from "#components/ui/button.tsx";
import { Refusal } from "./refusal.tsx";

export default function ErrorPage({ retry }: { readonly retry: () => void }) {
  return (
    <Refusal
      title="Something broke on our side"
      sentence="What you marked is safe. Try again; if it happens twice, tell the person who runs this Postil."
    >
      <Button look="filled" onClick={retry}>
        Try again
      </Button>
    </Refusal>
  );
}
