// Coming in, step by step: what is asked for, who is asking, and how it stands.

import { useState } from "react";
import { forgetKept } from "../intake/kept-key.ts";
import { dropFragment } from "../ui/fragment.ts";
import { joinedSchema } from "./space-answers.ts";
import { useActs } from "./use-act.ts";
import { useWayIn } from "./use-way-in.ts";

export type JoiningOptions = {
  /** The name that is offered, or that the visitor has. */
  readonly name: string;
  /** Whether the visitor has an account: then the name stays. */
  readonly hasAccount: boolean;
  /** Whether this browser knows a guest, by this name. */
  readonly isKnown: boolean;
  /** What a link says; null where a code is typed. */
  readonly token: string | null;
  /** Whether the visitor waits already. */
  readonly waits: boolean;
  /** The path where signing in leads, and coming in, if it is that of an article. */
  readonly next: string;
};

/** What is asked for, and under which name. */
type Wanted = {
  readonly by: { readonly code: string } | { readonly token: string };
  readonly name: string;
};

export function useJoining(options: JoiningOptions) {
  const { name: offered, hasAccount, isKnown: wasKnown, token, waits, next } = options;
  const goIn = useWayIn(next);
  const [name, setName] = useState(offered);
  const [isKnown, setKnown] = useState(wasKnown);
  const [waiting, setWaiting] = useState(waits);
  /** What somebody wants under another name than the one whom the browser knows. */
  const [doubted, setDoubted] = useState<Wanted | null>(null);
  const { act, obtain, busy, error } = useActs();
  const enter = (wanted: Wanted): void => {
    setDoubted(null);
    const body = { ...wanted.by, ...(!hasAccount && { name: wanted.name }) };
    obtain({ method: "POST", path: "/joins", body }, joinedSchema, (joined) => {
      if ("space" in joined) return goIn(joined.space.id);
      dropFragment();
      setName(wanted.name);
      // whoever waits here and asks again under another name is the same
      setKnown(false);
      setWaiting(true);
    });
  };
  const enterAnew = (wanted: Wanted): void => {
    setDoubted(null);
    act({ method: "DELETE", path: "/session" }, () => {
      forgetKept();
      setKnown(false);
      enter(wanted);
    });
  };
  const join = (form: FormData): void => {
    const said = String(form.get("name") ?? offered).trim();
    const wanted = {
      by: token === null ? { code: String(form.get("code")) } : { token },
      name: said,
    };
    if (isKnown && said !== name) setDoubted(wanted);
    else enter(wanted);
  };
  const stopWaiting = (): void => setWaiting(false);
  return { name, waiting, doubted, busy, error, join, goIn, enter, enterAnew, stopWaiting };
}
