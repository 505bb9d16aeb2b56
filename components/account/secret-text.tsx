"use client";
// A secret that is shown this once, to be copied.

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/clipboard.ts";

type SecretTextProps = {
  /** What it is. */
  readonly label: string;
  readonly secret: string;
};

export function SecretText({ label, secret }: SecretTextProps) {
  const words = useTranslations("account");
  const [copied, setCopied] = useState(false);
  return (
    <figure className="flex flex-col gap-2 rounded-md bg-sunken p-3">
      <figcaption className="font-medium">{label}</figcaption>
      <code dir="ltr" className="select-all whitespace-pre-wrap break-all">
        {secret}
      </code>
      <div className="flex items-center gap-2">
        <Button onClick={() => void copyText(secret).then(setCopied)}>{words("copy")}</Button>
        <span role="status">{copied && words("copied")}</span>
      </div>
    </figure>
  );
}
