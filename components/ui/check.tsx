// A line with a checkbox.

import type { ReactNode } from "react";

type CheckProps = {
  readonly checked: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
};

export function Check({ checked, onToggle, children }: CheckProps) {
  return (
    <label className="flex min-w-0 items-start gap-2 rounded-md px-2 py-[5px] hover:bg-sunken pointer-coarse:py-[11px]">
      <input
        type="checkbox"
        checked={checked}
        onChange={onToggle}
        className="mt-[3px] size-4 shrink-0 accent-accent"
      />
      {children}
    </label>
  );
}
