// The process that posts what webhooks deliver.

import { z } from "zod";
import { answerEach } from "../answer-each.ts";
import { PUBLIC_GATE } from "./gate.ts";
import { postAddress } from "./page-address.ts";
import { send } from "./send.ts";

const taskShape = z.strictObject({
  address: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

answerEach((task) => {
  const { address, ...letter } = taskShape.parse(task);
  return send(postAddress(address), letter, PUBLIC_GATE);
});
