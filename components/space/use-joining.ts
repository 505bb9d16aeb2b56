// Coming in, step by step: what is asked for, who is asking, and how it stands.

import { useRouter } from "next/navigation";
import { useState } from "react";
import type * as z from "zod/mini";
import { forgetKept } from "../intake/kept-key.ts";
import { dropFragment } from "../ui/fragment.ts";
import { joinedSchema } from "./space-answers.ts";
import { useAccountStep } from "./use-account-step.ts";
import { useActs } from "./use-act.ts";
import { useWayIn } from "./use-way-in.ts";

type Who = {
  /** The name that is offered, or that the visitor has. */
  readonly name: string;
  /** Whether the visitor has an account: then the name stays. */
  readonly hasAccount: boolean;
  /** Whether this browser knows a guest, by this name. */
  readonly isKnown: boolean;
};

export type JoiningOptions = Who & {
  /** What a link says; null where a code is typed. */
  readonly token: string | null;
  /** Whether the visitor waits already. */
  readonly waits: boolean;
  /** The path where signing in leads, and coming in, if it is that of an article. */
  readonly next: string;
  /** Why somebody who was on the way in is here again, as a sentence. */
  readonly problem: string | null;
};

/** What is asked for, and under which name. */
type Wanted = {
  readonly by: { readonly code: string } | { readonly token: string };
  readonly name: string;
};

export function useJoining(options: JoiningOptions) {
  const { token, next } = options;
  const router = useRouter();
  const { who, setWho, waiting, setWaiting, accounts, acts, goIn, enter } = useEntering(options);
  const { act, busy, error } = acts;
  /** What somebody wants under another name than the one whom the browser knows. */
  const [doubted, setDoubted] = useState<Wanted | null>(null);
  const join = (form: FormData): void => {
    const name = String(form.get("name") ?? who.name).trim();
    const by = token === null ? { code: String(form.get("code")) } : { token };
    if (who.isKnown && name !== who.name) setDoubted({ by, name });
    else enter({ by, name }, who);
  };
  const enterSame = (wanted: Wanted): void => {
    setDoubted(null);
    enter(wanted, who);
  };
  const enterAnew = (wanted: Wanted): void => {
    setDoubted(null);
    act({ method: "DELETE", path: "/session" }, () => {
      forgetKept();
      const stranger = { ...who, isKnown: false };
      setWho(stranger);
      enter(wanted, stranger);
    });
  };
  /** For who has just made an account, or signed in to one. */
  const enterWithAccount = (name: string): void => {
    const account = { name, hasAccount: true, isKnown: false };
    const code = accounts.step?.code ?? "";
    setWho(account);
    accounts.hide();
    if (code === "") router.replace(next);
    else enter({ by: { code }, name }, account);
    router.refresh();
  };
  const stopWaiting = (): void => setWaiting(false);
  return {
    ...{ who, waiting, doubted, accounts, busy, error, goIn },
    ...{ join, enterSame, enterAnew, enterWithAccount, stopWaiting },
  };
}

/** Asks to come in as somebody, and knows what came of it. */
function useEntering({ next, waits, problem, ...options }: JoiningOptions) {
  const goIn = useWayIn(next);
  const [who, setWho] = useState<Who>(options);
  const [waiting, setWaiting] = useState(waits);
  const accounts = useAccountStep();
  const acts = useActs(problem);
  const enter = ({ by, name }: Wanted, as: Who): void => {
    const body = { ...by, ...(!as.hasAccount && { name }) };
    const done = async (joined: z.infer<typeof joinedSchema>): Promise<void> => {
      if ("space" in joined) return goIn(joined.space.id);
      dropFragment();
      // whoever waits here and asks again under another name is the same
      setWho({ ...as, name, isKnown: false });
      setWaiting(true);
    };
    acts.obtain({ method: "POST", path: "/joins", body }, joinedSchema, done, (refusal) => {
      if (refusal !== "account-needed" || !("code" in by)) return false;
      accounts.show({ code: by.code, name: typedName(as, name), isNeeded: true });
      return true;
    });
  };
  return { who, setWho, waiting, setWaiting, accounts, acts, goIn, enter };
}

/** Those who take the alias that is offered have typed no name. */
const typedName = ({ name, isKnown }: Who, said: string): string =>
  said === name && !isKnown ? "" : said;
