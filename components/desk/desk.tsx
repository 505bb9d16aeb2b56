"use client";
// The article screen: readable from the server's HTML at once, alive as soon as its tools are here.

import { lazy, type ReactNode, Suspense, startTransition, useEffect, useState } from "react";
import type { Person, Role } from "#domain/person.ts";
import { KindColours } from "../codebook/kind-colours.tsx";
import type { DeskArticle } from "./desk-article.ts";
import { DeskFrame } from "./desk-frame.tsx";

const OpenDesk = lazy(async () => ({ default: (await import("./open-desk.tsx")).OpenDesk }));

type DeskProps = {
  readonly article: DeskArticle;
  readonly me: Person;
  readonly role: Role;
  /** The text as the server rendered it. */
  readonly children: ReactNode;
};

export function Desk({ article, me, role, children }: DeskProps) {
  const [alive, setAlive] = useState(false);
  useEffect(() => startTransition(() => setAlive(true)), []);
  const readable = <DeskFrame article={article}>{children}</DeskFrame>;
  return (
    <KindColours scheme={article.scheme}>
      {alive ? (
        <Suspense fallback={readable}>
          <OpenDesk article={article} me={me} role={role}>
            {children}
          </OpenDesk>
        </Suspense>
      ) : (
        readable
      )}
    </KindColours>
  );
}
