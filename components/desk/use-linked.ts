// Leads to the annotation that the address names, as soon as it has arrived.

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import { followAddress } from "./follow-address.ts";
import { linkedIn } from "./linked-annotation.ts";
import type { Desk } from "./use-desk.ts";
import { viewWith } from "./view/view.ts";

/** Says so when it is gone: once everything has arrived, it is not there. */
export function useLinked({ session, dispatch, now, acts, tell }: Desk): void {
  const words = useTranslations("desk");
  useEffect(() => {
    const open = ({ annotation, range }: Placed): void => {
      // a link shows what it leads to, whatever is hidden
      dispatch({ type: "view", view: viewWith(now().view, annotation) });
      acts.open(annotation.id);
      if (range === null) tell(words("linked-lost"));
    };
    return followAddress(session, {
      read: linkedIn,
      find: (ref) => session.index.get(ref),
      onArrived: (placed) => (placed ? open(placed) : tell(words("linked-gone"))),
    });
  }, [session, dispatch, now, acts, tell, words]);
}
