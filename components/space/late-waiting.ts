// Who waits at the door, for editors at an article: fetched after the article is there.

import { late } from "../ui/late.tsx";

export const WaitingAtDesk = late(
  async () => (await import("./waiting-at-desk.tsx")).WaitingAtDesk,
);
