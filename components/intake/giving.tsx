// The three ways to bring something in: an address, files, words.

import type { FormEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { TextArea, TextField } from "../ui/field.tsx";
import { FileButton } from "./file-button.tsx";
import { fullAddress, type Given, wordsGiven } from "./given.ts";
import type { Typed } from "./kept-arrivals.ts";

type GivingProps = {
  /** Out of sight it keeps what was typed. */
  readonly hidden: boolean;
  /** Whether a hand that holds something is over the page. */
  readonly isAimedAt: boolean;
  /** What stood in the fields when the page was left. */
  readonly typed: Typed;
  readonly onType: (field: keyof Typed, value: string) => void;
  readonly onGive: (given: readonly Given[]) => void;
};

export function Giving({ hidden, isAimedAt, ...way }: GivingProps) {
  const words = useTranslations("intake");
  const { onGive } = way;
  return (
    <div hidden={hidden} className="flex flex-col gap-8 [&[hidden]]:hidden">
      <AddressForm {...way} />
      <section
        aria-label={words("files")}
        className={classes(
          "flex flex-col items-center gap-3 rounded-lg border border-dashed px-4 py-8 text-center",
          isAimedAt ? "border-accent bg-sunken" : "border-rule-strong",
        )}
      >
        <p className="font-medium pointer-coarse:hidden">
          {words(isAimedAt ? "let-go" : "drop-here")}
        </p>
        <FileButton
          name={words("choose-files")}
          onChoose={(files) => onGive(files.map((file) => ({ what: "file", file })))}
        />
        <p className="max-w-md text-muted text-sm">{words("files-hint")}</p>
      </section>
      <WordsForm {...way} />
    </div>
  );
}

type WayProps = Pick<GivingProps, "typed" | "onType" | "onGive">;

function AddressForm({ typed, onType, onGive }: WayProps) {
  const words = useTranslations("intake");
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("address") ?? "");
    if (typed.trim() !== "") onGive([{ what: "address", address: fullAddress(typed) }]);
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <div className="min-w-0 grow basis-64">
        <TextField
          label={words("address")}
          name="address"
          defaultValue={typed.address}
          onChange={({ currentTarget }) => onType("address", currentTarget.value)}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={2000}
          placeholder="https://"
          dir="ltr"
          required
        />
      </div>
      <Button type="submit" look="filled">
        {words("fetch")}
      </Button>
    </form>
  );
}

function WordsForm({ typed, onType, onGive }: WayProps) {
  const words = useTranslations("intake");
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const plain = String(new FormData(event.currentTarget).get("text") ?? "");
    if (plain.trim() !== "") onGive([wordsGiven(plain, null)]);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <TextArea
        label={words("text")}
        hint={words("text-hint")}
        name="text"
        defaultValue={typed.text}
        onChange={({ currentTarget }) => onType("text", currentTarget.value)}
        rows={7}
        dir="auto"
        required
        className="font-serif"
        onKeyDown={({ key, ctrlKey, metaKey, currentTarget: { form } }) => {
          if (key === "Enter" && (ctrlKey || metaKey)) form?.requestSubmit();
        }}
      />
      <Button type="submit" className="self-start">
        {words("look-over")}
      </Button>
    </form>
  );
}
