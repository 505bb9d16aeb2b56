// What every invite says: the role that it gives, and how long it is good.

import { useTranslations } from "use-intl";
import { ROLES } from "#domain/person.ts";
import { SelectField } from "../ui/field.tsx";
import type { Space } from "./space-answers.ts";

/** The roles up to one's own. */
export function RoleField({ space }: { readonly space: Space }) {
  const words = useTranslations("space");
  return (
    <SelectField label={words("role")} name="role" defaultValue="annotator">
      {ROLES.slice(0, ROLES.indexOf(space.role) + 1).map((role) => (
        <option key={role} value={role}>
          {words(`role-${role}-${space.template}`)}
        </option>
      ))}
    </SelectField>
  );
}

/** `days`: what can be chosen; 7 is, at first. */
export function DaysField({ days }: { readonly days: readonly number[] }) {
  const words = useTranslations("space");
  return (
    <SelectField label={words("good-for")} name="days" defaultValue="7">
      {days.map((count) => (
        <option key={count} value={count}>
          {words("days", { count })}
        </option>
      ))}
    </SelectField>
  );
}
