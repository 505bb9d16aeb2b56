// Where a new text comes from: the article's source, a file, or the hand that types or pastes it.

import { RefreshCw } from "lucide-react";
import type { FormEvent } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { FileButton } from "../intake/file-button.tsx";
import type { Given } from "../intake/given.ts";
import { useTransfers } from "../intake/use-transfers.ts";
import { Button } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { TextArea } from "../ui/field.tsx";
import { bdi } from "../words/bdi.tsx";
import type { About } from "./use-about.ts";

type NewTextProps = {
  /** Null until the server has told it. */
  readonly about: About | null;
  /** What was typed before. */
  readonly typed: string;
  readonly busy: boolean;
  readonly onBring: (given: Given) => void;
  readonly onType: (text: string) => void;
};

export function NewText({ about, typed, busy, onBring, onType }: NewTextProps) {
  const words = useTranslations("versions");
  const isOver = useTransfers(([given]) => given && onBring(given));
  const address = about?.source && /^https?:\/\//i.test(about.source) ? about.source : null;
  return (
    <div
      className={classes(
        "-m-2 flex flex-col gap-5 rounded-md p-2",
        isOver && "outline-2 outline-accent outline-dashed",
      )}
    >
      {address !== null && about !== null && (
        <div className="flex flex-col items-start gap-2">
          <SourceLine address={address} about={about} />
          <Button
            look="filled"
            disabled={busy}
            onClick={() => onBring({ what: "address", address })}
          >
            <RefreshCw size={16} aria-hidden /> {words("check-source")}
          </Button>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <FileButton
          name={words("choose-file")}
          onChoose={([file]) => file && onBring({ what: "file", file })}
        />
        <span className="text-muted text-sm pointer-coarse:hidden">{words("drop-hint")}</span>
      </div>
      <TextForm typed={typed} busy={busy} filled={address === null} onType={onType} />
    </div>
  );
}

type SourceLineProps = { readonly address: string; readonly about: About };

function SourceLine({ address, about: { fetchedAt } }: SourceLineProps) {
  const words = useTranslations("versions");
  const format = useFormatter();
  const source = new URL(address).host;
  if (fetchedAt === null) return <p>{words.rich("source", { source, bdi })}</p>;
  const date = format.dateTime(new Date(fetchedAt), { dateStyle: "medium", timeStyle: "short" });
  return <p>{words.rich("source-fetched", { source, date, bdi })}</p>;
}

type TextFormProps = Pick<NewTextProps, "typed" | "busy" | "onType"> & {
  /** Whether it is the first thing to do. */
  readonly filled: boolean;
};

function TextForm({ typed, busy, filled, onType }: TextFormProps) {
  const words = useTranslations("versions");
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onType(String(new FormData(event.currentTarget).get("text") ?? ""));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextArea
        label={words("new-text")}
        hint={words("new-text-hint")}
        name="text"
        defaultValue={typed}
        required
        rows={filled ? 10 : 4}
        dir="auto"
        className="font-serif"
      />
      <Button
        type="submit"
        look={filled ? "filled" : "plain"}
        className="self-start"
        disabled={busy}
      >
        {words(busy ? "looking" : "preview")}
      </Button>
    </form>
  );
}
