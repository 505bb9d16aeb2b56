// A button that lets files be chosen, several at once.

import { Paperclip } from "lucide-react";
import type { ChangeEvent } from "react";
import { buttonLook } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";

type FileButtonProps = {
  readonly name: string;
  readonly onChoose: (files: readonly File[]) => void;
};

export function FileButton({ name, onChoose }: FileButtonProps) {
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    onChoose(Array.from(currentTarget.files ?? []));
    currentTarget.value = ""; // the same file again is a choice, too
  };
  return (
    <label
      className={classes(
        buttonLook("plain"),
        "w-fit cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
      )}
    >
      <Paperclip size={16} aria-hidden />
      {name}
      <input type="file" multiple onChange={choose} className="sr-only" />
    </label>
  );
}
