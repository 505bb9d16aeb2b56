"use client";
// Where articles come in: what is brought is looked over, trimmed and added.

import { useRouter } from "next/navigation";
import {
  type ComponentProps,
  type FormEvent,
  lazy,
  Suspense,
  useEffect,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { SelectField } from "../ui/field.tsx";
import { patiently } from "../ui/patiently.ts";
import { AddBar } from "./add-bar.tsx";
import { sortFiles } from "./annotated-files.ts";
import { type Arrival, isReady, isUnderWay } from "./arrival.ts";
import { ArrivalList } from "./arrival-list.tsx";
import type { Given } from "./given.ts";
import { Giving } from "./giving.tsx";
import { useAdding } from "./use-adding.ts";
import { type Arrivals, useArrivals } from "./use-arrivals.ts";
import { useLeavingAsked } from "./use-leaving-asked.ts";
import { useTransfers } from "./use-transfers.ts";

const AnnotatedIntake = lazy(() =>
  patiently(async () => {
    const { AnnotatedIntake: Intake } = await import("./annotated/annotated-intake.tsx");
    return { default: Intake };
  }),
);

type IntakePageProps = {
  /** Those in which the reader may add articles; at least one. */
  readonly spaces: readonly { readonly id: string; readonly name: string }[];
  /** The id of the one that is offered first. */
  readonly first: string;
};

export function IntakePage({ spaces, first }: IntakePageProps) {
  const words = useTranslations("intake");
  const [space, setSpace] = useState(first);
  const arrivals = useArrivals();
  const { all, dropAll } = arrivals;
  const hasCome = all.some((arrival) => isReady(arrival) || isUnderWay(arrival));
  const [annotated, setAnnotated] = useState<readonly File[]>([]);
  const isGiving = !hasCome && annotated.length === 0;
  const { list, remember } = useFocusThatStays(isGiving, all);
  const send = useTaking(arrivals, (files) => setAnnotated((before) => [...before, ...files]));
  const take = (given: readonly Given[]): void => {
    remember();
    send(given);
  };
  const isAimedAt = useTransfers(take);
  const { done, add } = useAdding(arrivals, space);
  useLeavingAsked(!isGiving);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    add();
  };
  return (
    <div className="flex flex-col gap-8">
      {spaces.length > 1 && (
        <div className="max-w-xs">
          <SelectField
            label={words("space")}
            value={space}
            onChange={({ currentTarget }) => setSpace(currentTarget.value)}
          >
            {spaces.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      <form
        ref={list}
        tabIndex={-1}
        aria-label={words("what-came")}
        onSubmit={submit}
        className="flex flex-col gap-4 outline-none empty:hidden"
      >
        <ArrivalList arrivals={arrivals} isHeld={done !== null} />
        {hasCome && (
          <AddBar
            ready={all.filter(isReady).length}
            isWaiting={all.some(isUnderWay)}
            done={done}
            failed={failedOf(all)}
            onChoose={(files) => take(files.map((file) => ({ what: "file", file })))}
            onDiscard={dropAll}
          />
        )}
      </form>
      {annotated.length > 0 && (
        <AnnotatedDoor files={annotated} space={space} onClose={() => setAnnotated([])} />
      )}
      <p role="status" className="sr-only">
        <Told all={all} />
      </p>
      <Giving hidden={!isGiving} isAimedAt={isAimedAt} onGive={take} />
    </div>
  );
}

function failedOf(all: readonly Arrival[]): ComponentProps<typeof AddBar>["failed"] {
  for (const { stage } of all.filter(isReady)) {
    if (stage.wrong !== null) return { title: stage.draft.title, sentence: stage.wrong };
  }
  return null;
}

/** Sends each thing its way; files that other tools have annotated go together. */
function useTaking(
  { bring }: Arrivals,
  onAnnotated: (files: readonly File[]) => void,
): (given: readonly Given[]) => void {
  return (given) => {
    const files = given.flatMap((each) => (each.what === "file" ? [each.file] : []));
    const { annotated } = sortFiles(files);
    bring(given.filter((each) => each.what !== "file" || !annotated.includes(each.file)));
    if (annotated.length > 0) onAnnotated(annotated);
  };
}

type AnnotatedDoorProps = {
  readonly files: readonly File[];
  readonly space: string;
  readonly onClose: () => void;
};

/** Goes where the annotations went. */
function AnnotatedDoor({ files, space, onClose }: AnnotatedDoorProps) {
  const router = useRouter();
  const leave = (articles: readonly string[]): void => {
    const [only, another] = articles;
    const isOne = only !== undefined && another === undefined;
    router.push(isOne ? `/articles/${only}` : `/spaces/${space}`);
  };
  return (
    <Suspense>
      <AnnotatedIntake files={files} space={space} onDone={leave} onCancel={onClose} />
    </Suspense>
  );
}

/** Not each step of it: that would be much to listen to. */
const SAID = { address: "fetching", file: "reading", words: "reading-words" } as const;

/** What is said aloud of what is on its way. */
function Told({ all }: { readonly all: readonly Arrival[] }) {
  const words = useTranslations("intake");
  const ready = all.filter(isReady);
  const [underWay] = all.filter(isUnderWay);
  if (underWay) return words(SAID[underWay.given.what]);
  return ready.length > 0 ? words("came", { count: ready.length }) : null;
}

/**
 * The focus follows what somebody does: from the ways to give to what came of it, to the rest of it when its
 * button goes with one of `all`, and back to where it was when nothing came. Returns where it goes, and what remembers where it is.
 */
function useFocusThatStays(isGiving: boolean, all: readonly Arrival[]) {
  const list = useRef<HTMLFormElement>(null);
  const left = useRef<Element | null>(null);
  const was = useRef(isGiving);
  useEffect(() => {
    if (was.current === isGiving) return;
    was.current = isGiving;
    if (!isGiving) list.current?.focus();
    else if (left.current instanceof HTMLElement) left.current.focus();
  }, [isGiving]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with what changes there, buttons go
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (!isGiving && isLost) list.current?.focus({ preventScroll: true });
  }, [all, isGiving]);
  const remember = (): void => {
    if (isGiving) left.current = document.activeElement;
  };
  return { list, remember };
}
