// Where a code is typed.

import type { Metadata } from "next";
import { readWords } from "../words.tsx";
import { JoinDoor } from "./join-door.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("space"))("join-title") };
}

export default function JoinPage() {
  return <JoinDoor token={null} />;
}
