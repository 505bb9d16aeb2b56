// Says that an address is of no use to anybody else, where it means this computer only.

import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { isOwnComputer } from "#domain/own-computer.ts";

/** Draws nothing where others can open the address. */
export function OnlyHere({ className }: { readonly className: string }) {
  const words = useTranslations("space");
  const isAlone = useSyncExternalStore(
    () => () => {},
    () => isOwnComputer(window.location.hostname),
    () => false,
  );
  return isAlone && <p className={className}>{words("only-here")}</p>;
}
