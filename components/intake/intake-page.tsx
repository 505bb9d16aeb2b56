"use client";
// Where articles come in: what is brought is looked over, trimmed and added.

import { type ComponentProps, type FormEvent, type Ref, useState } from "react";
import { useTranslations } from "use-intl";
import { SelectField } from "../ui/field.tsx";
import { AddBar } from "./add-bar.tsx";
import { AnnotatedDoor } from "./annotated-door.tsx";
import { sortFiles } from "./annotated-files.ts";
import { type Arrival, isReady, isUnderWay } from "./arrival.ts";
import { ArrivalList } from "./arrival-list.tsx";
import type { Given } from "./given.ts";
import { Giving } from "./giving.tsx";
import { KeptOffer } from "./kept-offer.tsx";
import { type Adding, useAdding } from "./use-adding.ts";
import { useAnnotated } from "./use-annotated.ts";
import { type Arrivals, useArrivals } from "./use-arrivals.ts";
import { useDiscard } from "./use-discard.ts";
import { useFocusThatStays } from "./use-focus-that-stays.ts";
import { useKeeping } from "./use-keeping.ts";
import { useLeavingAsked } from "./use-leaving-asked.ts";
import { useThrown } from "./use-thrown.tsx";
import { useTransfers } from "./use-transfers.ts";

type IntakePageProps = {
  /** Those in which the reader may add articles; at least one. */
  readonly spaces: readonly { readonly id: string; readonly name: string }[];
  /** The id of the one that is offered first. */
  readonly first: string;
  /** The id of the reader. */
  readonly person: string;
};

export function IntakePage({ spaces, first, person }: IntakePageProps) {
  const [space, setSpace] = useState(first);
  const arrivals = useArrivals();
  const { all } = arrivals;
  const keeping = useKeeping({ person, space, all, onGone: arrivals.drop });
  const throwing = useThrown();
  const annotated = useAnnotated(person, throwing);
  const isGiving = !(all.some(isComing) || annotated.isShown);
  const { list, remember } = useFocusThatStays(isGiving, all);
  const send = useTaking(arrivals, annotated.add);
  const take = (given: readonly Given[]): void => {
    remember();
    send(given);
  };
  const discard = useDiscard(arrivals, throwing);
  const isAimedAt = useTransfers(take);
  const { done, add } = useAdding({ arrivals, space, onAdded: keeping.added });
  useLeavingAsked(annotated.isShown || all.some(isFileUnderWay));
  return (
    <div className="flex flex-col gap-8">
      {done === null && (
        <KeptOffer
          {...{ keeping, annotated, arrivals, throwing }}
          onSpace={(wanted) => {
            if (spaces.some(({ id }) => id === wanted)) setSpace(wanted);
          }}
        />
      )}
      {spaces.length > 1 && <SpaceField {...{ spaces, space }} onChoose={setSpace} />}
      <WhatCame
        {...{ list, arrivals, done, add }}
        onChoose={(files) => take(files.map((file) => ({ what: "file", file })))}
        onDiscard={discard}
      />
      {annotated.files.length > 0 && (
        <div hidden={!annotated.isShown}>
          <AnnotatedDoor files={annotated.files} space={space} {...annotated.ways} />
        </div>
      )}
      <p role="status" className="sr-only">
        <Told all={all} />
      </p>
      <Giving
        hidden={!isGiving}
        isAimedAt={isAimedAt}
        typed={keeping.typed}
        onType={keeping.type}
        onGive={take}
      />
      {throwing.offer(!isGiving)}
    </div>
  );
}

type WhatCameProps = Adding & {
  readonly list: Ref<HTMLFormElement>;
  readonly arrivals: Arrivals;
  readonly onChoose: (files: readonly File[]) => void;
  readonly onDiscard: (gone: readonly Arrival[]) => void;
};

function WhatCame({ list, arrivals, done, add, onChoose, onDiscard }: WhatCameProps) {
  const words = useTranslations("intake");
  const { all } = arrivals;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    add();
  };
  return (
    <form
      ref={list}
      tabIndex={-1}
      aria-label={words("what-came")}
      onSubmit={submit}
      className="flex flex-col gap-4 outline-none empty:hidden"
    >
      <ArrivalList
        arrivals={arrivals}
        isHeld={done !== null}
        onRemove={(arrival) => onDiscard([arrival])}
      />
      {all.some(isComing) && (
        <AddBar
          ready={all.filter(isReady).length}
          isWaiting={all.some(isUnderWay)}
          done={done}
          failed={failedOf(all)}
          onChoose={onChoose}
          onDiscard={() => onDiscard(all)}
        />
      )}
    </form>
  );
}

const isComing = (arrival: Arrival): boolean => isReady(arrival) || isUnderWay(arrival);

type SpaceFieldProps = Pick<IntakePageProps, "spaces"> & {
  readonly space: string;
  readonly onChoose: (space: string) => void;
};

function SpaceField({ spaces, space, onChoose }: SpaceFieldProps) {
  const words = useTranslations("intake");
  return (
    <div className="max-w-xs">
      <SelectField
        label={words("space")}
        value={space}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {spaces.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** Its bytes are nowhere else yet. */
const isFileUnderWay = (arrival: Arrival): boolean =>
  arrival.given.what === "file" && isUnderWay(arrival);

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

/** Not each step of it: that would be much to listen to. */
const SAID = {
  address: "fetching",
  file: "reading",
  words: "reading-words",
  "lost-file": "reading",
} as const;

/** What is said aloud of what is on its way. */
function Told({ all }: { readonly all: readonly Arrival[] }) {
  const words = useTranslations("intake");
  const ready = all.filter(isReady);
  const [underWay] = all.filter(isUnderWay);
  if (underWay) return words(SAID[underWay.given.what]);
  return ready.length > 0 ? words("came", { count: ready.length }) : null;
}
