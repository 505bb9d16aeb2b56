// A line with a checkbox.

import type { ReactNode } from "react";

type CheckProps = {
  readonly checked: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
};

export function Check({ checked, onToggle, children }: CheckProps) {
  return (
    <label className="flex min-h-8 min-w-0 items-center gap-2 rounded-md px-2 hover:bg-sunken pointer-coarse:min-h-11">
      <input
        type="checkbox"
        checked={checked}
        onChange={onToggle}
        className="size-4 shrink-0 accent-accent"
      />
      {children}
    </label>
  );
}
