// One button of the editing toolbar.

import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { buttonLook } from "../../ui/button.tsx";
import { shownKeys, spokenKeys } from "./key-names.ts";

type ToolLook = {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly keys?: string;
  readonly on?: boolean | undefined;
};

/** What a button of the toolbar has in common with one that opens a panel. */
export function useToolLook({ label, icon: Icon, keys, on }: ToolLook) {
  const words = useTranslations("article");
  return {
    className: buttonLook("icon"),
    "aria-label": label,
    "aria-pressed": on,
    "aria-keyshortcuts": keys && spokenKeys(keys),
    title: keys ? words("with-keys", { name: label, keys: shownKeys(words, keys) }) : label,
    // The words stay selected while the button is pressed
    onMouseDown: (event) => event.preventDefault(),
    children: <Icon size={16} aria-hidden />,
  } satisfies ComponentProps<"button">;
}

type ToolButtonProps = ToolLook & { readonly ready?: boolean; readonly press: () => void };

export function ToolButton({ ready = true, press, ...look }: ToolButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...useToolLook(look)}
      aria-disabled={ready ? undefined : true}
      onClick={press}
    />
  );
}
