// Something that is being fetched, sent or read, or that cannot be.

import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import type { Arrival, Ready, Stage } from "./arrival.ts";
import { nameOf } from "./given.ts";
import { useStep } from "./use-step.ts";

type OnTheWayProps = {
  readonly given: Arrival["given"];
  readonly stage: Exclude<Stage, Ready>;
  readonly onDrop: () => void;
};

export function OnTheWay({ given, stage, onDrop }: OnTheWayProps) {
  const words = useTranslations("intake");
  const name = nameOf(given) ?? words("pasted");
  const isRefused = stage.at === "refused";
  return (
    <div className="flex items-start gap-3 border-rule border-t py-2">
      <div className="flex min-w-0 grow flex-col gap-1 py-1">
        <p className="wrap-anywhere font-medium">
          <bdi>{name}</bdi>
        </p>
        {isRefused ? (
          <p role="alert" className="text-danger">
            {stage.sentence}
          </p>
        ) : (
          <Underway stage={stage} name={name} />
        )}
      </div>
      {isRefused ? (
        <Button look="icon" aria-label={words("remove", { name })} onClick={onDrop}>
          <X size={16} aria-hidden />
        </Button>
      ) : (
        <Button look="quiet" aria-label={words("cancel-named", { name })} onClick={onDrop}>
          {words("cancel")}
        </Button>
      )}
    </div>
  );
}

type UnderwayProps = {
  readonly stage: Exclude<OnTheWayProps["stage"], { at: "refused" }>;
  readonly name: string;
};

/** As far as it is known how far; else it pulses. */
const BAR = classes(
  "h-1 w-full appearance-none overflow-hidden rounded-full bg-rule motion-safe:indeterminate:animate-pulse",
  "[&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent",
  "indeterminate:[&::-webkit-progress-bar]:bg-accent",
);

function Underway({ stage, name }: UnderwayProps) {
  const step = useStep(stage);
  return (
    <>
      <p className="text-muted">{step}</p>
      {stage.at !== "waiting" && (
        <progress
          aria-label={name}
          className={BAR}
          {...(stage.at === "sending" && { value: stage.sent, max: 1 })}
        />
      )}
    </>
  );
}
