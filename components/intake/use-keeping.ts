// Keeps what is being added while the page is open, and finds what was kept when it was left.

import { useEffect, useEffectEvent, useState } from "react";
import { recall } from "../ui/browser-memory.ts";
import type { Arrival } from "./arrival.ts";
import {
  goneElsewhere,
  keepArrivals,
  type Memory,
  NOTHING_TYPED,
  putBack,
  recallKept,
  type Typed,
  takeOut,
} from "./kept-arrivals.ts";
import { KEPT_KEY } from "./kept-key.ts";

/** How long a hand rests before what it did is kept, in milliseconds. */
const REST = 300;

type KeepingParts = {
  /** Whose it is: the id of the reader. */
  readonly person: string;
  /** The id of the space that it is to go to. */
  readonly space: string;
  readonly all: readonly Arrival[];
  /** Told what another page of this browser has added or thrown away. */
  readonly onGone: (ids: readonly string[]) => void;
};

export type Keeping = {
  /** What was kept when the page was opened and is not taken up yet; null when there is nothing. */
  readonly found: Memory | null;
  /** Takes what was found away from what is kept, and returns what puts it back. */
  readonly drop: () => () => void;
  /** What was found, without what was added or thrown away elsewhere meanwhile. It is offered no more. */
  readonly takeUp: () => Memory | null;
  /** What stood in the fields. */
  readonly typed: Typed;
  readonly type: (field: keyof Typed, value: string) => void;
  /** What is added is not kept any more. */
  readonly added: (id: string) => void;
};

export function useKeeping({ person, space, all, onGone }: KeepingParts): Keeping {
  const [found, setFound] = useState<Memory | null>(null);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [own] = useState(() => ({
    ...{ ids: new Set<string>(), added: new Set<string>() },
    typed: NOTHING_TYPED,
  }));
  const write = (): void => {
    const rest = all.filter(({ id }) => !own.added.has(id));
    keepArrivals({ person, space, all: rest, typed: own.typed }, own.ids, Date.now());
  };
  useEffect(() => {
    const memory = recallKept(person, Date.now());
    setFound(memory);
    if (memory === null) return;
    own.typed = memory.typed;
    setTyped(memory.typed);
  }, [person, own]);
  useWriting(write, { all, space });
  useElsewhere(() => {
    if (recall(KEPT_KEY) === null) own.typed = NOTHING_TYPED;
    onGone(goneElsewhere(person, own.ids));
  });
  return {
    found,
    typed,
    drop: () => {
      if (found === null) return () => {};
      setFound(null);
      const ids = new Set(found.arrivals.map(({ id }) => id));
      const taken = takeOut(person, ids, Date.now());
      return () => {
        if (taken) putBack(taken, Date.now());
        setFound(taken);
      };
    },
    takeUp: () => {
      setFound(null);
      const ids = new Set(found?.arrivals.map(({ id }) => id));
      const memory = recallKept(person, Date.now());
      if (memory === null) return null;
      return { ...memory, arrivals: memory.arrivals.filter(({ id }) => ids.has(id)) };
    },
    type: (field, value) => {
      own.typed = { ...own.typed, [field]: value };
    },
    added: (id) => {
      own.added.add(id);
      takeOut(person, new Set([id]), Date.now());
    },
  };
}

/** Writes once a hand rests after something changed, and when the page is left. */
function useWriting(write: () => void, { all, space }: Pick<KeepingParts, "all" | "space">): void {
  const writeNow = useEffectEvent(write);
  // biome-ignore lint/correctness/useExhaustiveDependencies: written when they change
  useEffect(() => {
    const timer = setTimeout(() => writeNow(), REST);
    return () => clearTimeout(timer);
  }, [all, space]);
  useEffect(() => {
    const leave = (): void => writeNow();
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
      leave();
    };
  }, []);
}

/** Looks when another page of this browser changed what is kept. */
function useElsewhere(look: () => void): void {
  const lookNow = useEffectEvent(look);
  useEffect(() => {
    const hear = ({ key }: StorageEvent): void => {
      if (key === KEPT_KEY || key === null) lookNow();
    };
    window.addEventListener("storage", hear);
    return () => window.removeEventListener("storage", hear);
  }, []);
}
