// Where a code is typed.

import type { Metadata } from "next";
import { problemWords } from "#components/words/problem-words.ts";
import { nextPath } from "#domain/next-path.ts";
import { readWords } from "../words.tsx";
import { JoinDoor } from "./join-door.tsx";

type Params = {
  readonly searchParams: Promise<{ readonly next?: string; readonly problem?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("space"))("join-title") };
}

export default async function JoinPage({ searchParams }: Params) {
  const { next, problem } = await searchParams;
  const problems = await readWords("problems");
  return (
    <JoinDoor
      token={null}
      next={nextPath(typeof next === "string" ? next : "/join")}
      problem={(problem && problemWords(problems, { code: problem, detail: "" })) || null}
    />
  );
}
