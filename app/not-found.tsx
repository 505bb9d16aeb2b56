// An address that leads nowhere.

import Link from "next/link";
import { buttonLook } from "#components/ui/button.tsx";
import { Refusal } from "./refusal.tsx";
import { readWords } from "./words.tsx";

export default async function NotFound() {
  const words = await readWords("pages");
  return (
    <Refusal title={words("nothing-here")} sentence={words("nothing-here-why")}>
      <Link href="/join" className={buttonLook("plain")}>
        {words("have-code")}
      </Link>
    </Refusal>
  );
}
