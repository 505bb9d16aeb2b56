// What the pages of a space read first.

import { notFound, redirect } from "next/navigation";
import { type Space, spaceSchema } from "#components/space/space-answers.ts";
import { readApi, sessionSchema } from "../read-api.ts";

/**
 * The space, and the id of the visitor. Leads to where one comes in whoever has no session, and
 * ends in "not found" for a stranger to the space.
 */
export async function readSpace(
  id: string,
): Promise<{ readonly space: Space; readonly me: string }> {
  const [session, space] = await Promise.all([
    readApi("/session", sessionSchema),
    readApi(`/spaces/${encodeURIComponent(id)}`, spaceSchema),
  ]);
  const user = session.ok ? session.value.user : null;
  if (user === null) redirect(`/join?next=/spaces/${encodeURIComponent(id)}`);
  if (!space.ok) notFound();
  return { space: space.value, me: user.id };
}
