"use client";
// Makes a space: its name, and what it is.

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { SPACE_NAME_LENGTH, TEMPLATES } from "#domain/space.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { useActs } from "./use-act.ts";

const madeSchema = z.object({ id: z.string() });

export function NewSpaceForm() {
  const words = useTranslations("space");
  const router = useRouter();
  const { obtain, busy, error } = useActs();
  const make = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { name: form.get("name"), template: form.get("template") };
    obtain({ method: "POST", path: "/spaces", body }, madeSchema, ({ id }) =>
      router.push(`/spaces/${id}`),
    );
  };
  return (
    <form onSubmit={make} className="flex flex-col gap-6">
      <TextField
        name="name"
        label={words("name")}
        hint={words("name-hint")}
        error={error}
        required
        maxLength={SPACE_NAME_LENGTH}
        dir="auto"
        autoComplete="off"
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 font-medium">{words("what-is-it")}</legend>
        {TEMPLATES.map((each) => (
          <label
            key={each}
            className="flex gap-3 rounded-md border border-rule p-3 hover:bg-sunken has-checked:border-accent has-checked:bg-sunken"
          >
            <input
              type="radio"
              name="template"
              value={each}
              defaultChecked={each === "class"}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span className="flex flex-col">
              <span className="font-medium">{words(each)}</span>
              <span className="text-muted text-sm">{words(`${each}-why`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Button type="submit" look="filled" className="self-start" disabled={busy}>
        {words(busy ? "working" : "make-space")}
      </Button>
    </form>
  );
}
