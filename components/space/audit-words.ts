// What else is told of an act: from which role to which, which settings, by which way.

import { ROLES } from "#domain/person.ts";
import type { Words } from "../words/words.ts";
import type { AuditEntry, Space } from "./space-answers.ts";

type Detail = AuditEntry["details"][string] | undefined;

/** One short line for each, in the words of the space; nothing where the act says all. */
export function auditDetails(
  words: Words<"space">,
  { template }: Pick<Space, "template">,
  { verb, details }: Pick<AuditEntry, "verb" | "details">,
): readonly string[] {
  const role = (detail: Detail): string => {
    const known = ROLES.find((each) => each === detail);
    return known ? words(`role-${known}-${template}`) : "";
  };
  switch (verb) {
    case "role-changed":
      return [words("role-changed", { before: role(details.before), after: role(details.after) })];
    case "invite-made":
    case "person-invited":
      return [role(details.role)].filter((name) => name !== "");
    case "joined":
      return WAYS.filter((way) => way === details.by).map((way) => words(`by-${way}`));
    case "settings-changed":
      return settingsIn(words, template, details);
    default:
      return [];
  }
}

const WAYS = ["code", "link", "address"] as const;

/** Each setting that was changed, as the settings page calls it. */
function settingsIn(
  words: Words<"space">,
  template: Space["template"],
  details: AuditEntry["details"],
): string[] {
  const onOff = (setting: string, isOn: boolean): string =>
    words(isOn ? "setting-on" : "setting-off", { setting });
  const said: Record<string, (value: Detail) => string> = {
    waitingRoom: (value) => onOff(words("waiting-room-on"), value === true),
    guestsAllowed: (value) => onOff(words("guests-allowed"), value === true),
    articlesFrom: (value) => onOff(words(`articles-from-${template}`), value === "annotator"),
    visibility: (value) => onOff(words("notes-shown"), value === "open"),
    namesShown: (value) => onOff(words(`names-shown-${template}`), value === true),
    endsOn: (value) =>
      words("setting-is", { setting: words("ends-at"), value: String(value ?? "–") }),
    retentionDays: (value) =>
      words("setting-is", {
        setting: words("retention-days"),
        value: value === null ? words("retention-never") : String(value),
      }),
  };
  return Object.entries(details).flatMap(([name, value]) => said[name]?.(value) ?? []);
}
