// The way for files that other tools have annotated.

import { useRouter } from "next/navigation";
import { lazy, Suspense } from "react";
import { patiently } from "../ui/patiently.ts";

const AnnotatedIntake = lazy(() =>
  patiently(async () => {
    const { AnnotatedIntake: Intake } = await import("./annotated/annotated-intake.tsx");
    return { default: Intake };
  }),
);

type AnnotatedDoorProps = {
  readonly files: readonly File[];
  readonly space: string;
  /** Told that somebody wants nothing of it any more. */
  readonly onDiscard: () => void;
  /** Told that nothing came of it. */
  readonly onClose: () => void;
};

/** Goes where the annotations went. */
export function AnnotatedDoor({ onDiscard, onClose, ...task }: AnnotatedDoorProps) {
  const router = useRouter();
  const { space } = task;
  const leave = (articles: readonly string[]): void => {
    const [only, another] = articles;
    const isOne = only !== undefined && another === undefined;
    router.push(isOne ? `/articles/${only}` : `/spaces/${space}`);
  };
  return (
    <Suspense>
      <AnnotatedIntake {...task} onDone={leave} onCancel={onClose} onDiscard={onDiscard} />
    </Suspense>
  );
}
