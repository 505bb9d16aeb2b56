// What may be done about one thing, behind three dots.

import { Ellipsis } from "lucide-react";
import { Button, buttonLook } from "./button.tsx";
import { Popover } from "./popover.tsx";

export type Choice = {
  readonly name: string;
  /** Whether it is offered. */
  readonly isOpen: boolean;
  readonly run: () => void;
};

/** Draws nothing where nothing is offered. `name` says what it is about. */
export function Menu({
  name,
  choices,
}: {
  readonly name: string;
  readonly choices: readonly Choice[];
}) {
  const open = choices.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return null;
  return (
    <Popover
      label={name}
      className="flex-col p-2 open:flex"
      button={{
        "aria-label": name,
        title: name,
        className: buttonLook("icon"),
        children: <Ellipsis size={16} aria-hidden />,
      }}
    >
      {(close) =>
        open.map((choice) => (
          <Button
            key={choice.name}
            look="quiet"
            className="justify-start!"
            onClick={() => {
              close();
              choice.run();
            }}
          >
            {choice.name}
          </Button>
        ))
      }
    </Popover>
  );
}
