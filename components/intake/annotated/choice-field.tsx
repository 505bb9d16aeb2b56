// A list to choose from, in a line or a cell, named for those who listen.

import type { ReactNode } from "react";

type ChoiceFieldProps = {
  readonly name: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** Options. */
  readonly children: ReactNode;
};

export function ChoiceField({ name, value, onChoose, children }: ChoiceFieldProps) {
  return (
    <select
      aria-label={name}
      value={value}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      className="h-9 w-full min-w-0 rounded-md border border-rule-strong bg-raised px-2 pointer-coarse:h-11 pointer-coarse:text-[1rem]"
    >
      {children}
    </select>
  );
}
