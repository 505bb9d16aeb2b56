// The way for files that other tools have annotated.

import { useRouter } from "next/navigation";
import { lazy, Suspense } from "react";
import { patiently } from "../ui/patiently.ts";
import type { AnnotatedWays } from "./use-annotated.ts";

const AnnotatedIntake = lazy(() =>
  patiently(async () => {
    const { AnnotatedIntake: Intake } = await import("./annotated/annotated-intake.tsx");
    return { default: Intake };
  }),
);

type AnnotatedDoorProps = AnnotatedWays & {
  readonly files: readonly File[];
  readonly space: string;
};

/** Goes where the annotations went. */
export function AnnotatedDoor({ onTaken, onClose, ...task }: AnnotatedDoorProps) {
  const router = useRouter();
  const { space } = task;
  const leave = (articles: readonly string[]): void => {
    onTaken();
    const [only, another] = articles;
    const isOne = only !== undefined && another === undefined;
    router.push(isOne ? `/articles/${only}` : `/spaces/${space}`);
  };
  return (
    <Suspense>
      <AnnotatedIntake {...task} onDone={leave} onCancel={onClose} />
    </Suspense>
  );
}
