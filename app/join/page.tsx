// Where a code is typed.

import type { Metadata } from "next";
import { nextPath } from "#domain/next-path.ts";
import { readWords } from "../words.tsx";
import { JoinDoor } from "./join-door.tsx";

type Params = { readonly searchParams: Promise<{ readonly next?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("space"))("join-title") };
}

export default async function JoinPage({ searchParams }: Params) {
  const { next } = await searchParams;
  return <JoinDoor token={null} next={nextPath(typeof next === "string" ? next : "/join")} />;
}
