// Undo and redo in a bar.

import { Redo2, Undo2 } from "lucide-react";
import { Button } from "./button.tsx";

type Step = {
  readonly name: string;
  readonly can: boolean;
  readonly onClick: () => void;
  readonly className?: string;
};

type UndoButtonsProps = { readonly undo: Step; readonly redo: Step };

export function UndoButtons({ undo, redo }: UndoButtonsProps) {
  return (
    <>
      <StepButton step={undo} Sign={Undo2} />
      <StepButton step={redo} Sign={Redo2} />
    </>
  );
}

function StepButton({ step, Sign }: { readonly step: Step; readonly Sign: typeof Undo2 }) {
  const { name, can, ...rest } = step;
  return (
    <Button look="icon" aria-label={name} title={name} aria-disabled={!can} {...rest}>
      <Sign size={16} aria-hidden className="rtl:-scale-x-100" />
    </Button>
  );
}
