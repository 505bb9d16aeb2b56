// Who waits to come in, and what is decided about them.

import { type Space, type Waiting, waitingSchema } from "./space-answers.ts";
import { useActs } from "./use-act.ts";
import { type Asked, useAsked } from "./use-asked.ts";

/** By the ids of people; who is recalled was refused, and waits again. */
export type Decision =
  | { readonly admit: readonly string[] }
  | { readonly refuse: readonly string[] }
  | { readonly recall: readonly string[] };

type WaitingOptions = {
  /** Whether nobody needs to be asked about: then nobody waits. */
  readonly isIdle?: boolean;
  /** Called after each decision. */
  readonly onDecide?: () => void;
};

type WaitingPeople = {
  /** How it was asked who waits. */
  readonly asked: Pick<Asked<unknown>, "refusal" | "staleness" | "again">;
  readonly waiting: readonly Waiting[];
  /** Whether the server has told. */
  readonly isKnown: boolean;
  /** Decides, and calls `done` after it. */
  readonly decide: (decision: Decision, done?: () => void) => void;
  readonly letAllIn: () => void;
  /** Why the last decision did not come about; null when it did. */
  readonly error: string | null;
};

/** Follows those who wait at a space. */
export function useWaiting(
  space: Pick<Space, "id">,
  { isIdle = false, onDecide }: WaitingOptions = {},
): WaitingPeople {
  const path = `/spaces/${space.id}/waiting`;
  const asked = useAsked(isIdle ? null : path, waitingSchema);
  const { value, know } = asked;
  const { obtain, error } = useActs();
  const waiting = value?.waiting ?? [];
  const decide = (body: Decision, done?: () => void): void =>
    obtain({ method: "POST", path, body }, waitingSchema, (left) => {
      know(left);
      onDecide?.();
      done?.();
    });
  const letAllIn = (): void => decide({ admit: waiting.map(({ id }) => id) });
  return { asked, waiting, isKnown: value !== null, decide, letAllIn, error };
}
