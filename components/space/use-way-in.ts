// Where somebody goes who has just come in.

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import * as z from "zod/mini";
import { articleAt } from "#domain/next-path.ts";
import { useAskServer } from "../library/ask-server.ts";

/** Leads to `next` where that is an article that may be read by now, else to the space that one came into. */
export function useWayIn(next: string): (space: string) => Promise<void> {
  const ask = useAskServer();
  const router = useRouter();
  return useCallback(
    async (space) => {
      const isThere = articleAt(next) !== null && (await ask(next, { expect: z.unknown() })).ok;
      router.replace(isThere ? next : `/spaces/${space}`);
    },
    [ask, next, router],
  );
}
