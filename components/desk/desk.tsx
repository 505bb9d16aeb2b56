"use client";
// The article screen: readable from the server's HTML at once, alive as soon as its tools are here.

import {
  lazy,
  type ReactNode,
  Suspense,
  startTransition,
  useEffect,
  useMemo,
  useState,
} from "react";
import type { Person, Role } from "#domain/person.ts";
import type { Place } from "#domain/wire.ts";
import { KindColours } from "../codebook/kind-colours.tsx";
import { patiently } from "../ui/patiently.ts";
import type { DeskArticle } from "./desk-article.ts";
import { DeskFrame } from "./desk-frame.tsx";
import { useSlots } from "./desk-slots.ts";

const OpenDesk = lazy(() =>
  patiently(async () => ({ default: (await import("./open-desk.tsx")).OpenDesk })),
);

type DeskProps = {
  readonly article: DeskArticle;
  readonly me: Person;
  readonly role: Role;
  /** The text as the server rendered it. */
  readonly children: ReactNode;
};

export function Desk({ article: told, me, role, children }: DeskProps) {
  const slots = useSlots();
  const [alive, setAlive] = useState(false);
  /** Whether the live text stands in the place of the server's. */
  const [isLive, setIsLive] = useState(false);
  const [scheme, setScheme] = useState(told.scheme);
  const [{ archived }, setPlace] = useState<Pick<Place, "archived">>(told);
  const article = useMemo(() => ({ ...told, archived }), [told, archived]);
  useEffect(() => startTransition(() => setAlive(true)), []);
  return (
    <KindColours scheme={scheme}>
      <DeskFrame article={article} slots={slots}>
        {isLive ? null : children}
      </DeskFrame>
      {alive && (
        <Suspense>
          <OpenDesk
            {...{ article, me, role, slots }}
            onLive={setIsLive}
            onScheme={setScheme}
            onPlace={setPlace}
          />
        </Suspense>
      )}
    </KindColours>
  );
}
