"use client";
// A page that failed to be drawn.

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Refusal } from "./refusal.tsx";

export default function ErrorPage({ retry }: { readonly retry: () => void }) {
  const words = useTranslations("ui");
  return (
    <Refusal title={words("broke")} sentence={words("broke-why")}>
      <Button look="filled" onClick={retry}>
        {words("try-again")}
      </Button>
    </Refusal>
  );
}
