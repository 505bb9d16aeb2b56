// The process that posts deliveries, for tests: `https://site.example/PORT/` leads to a site on this
// machine that speaks http.

import { z } from "zod";
import { answerEach } from "../answer-each.ts";
import { postAddress } from "./page-address.ts";
import { send } from "./send.ts";
import { TEST_GATE } from "./site.test-kit.ts";

const taskShape = z.strictObject({
  address: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

answerEach((task) => {
  const { address, ...letter } = taskShape.parse(task);
  const url = postAddress(address);
  const [, port = ""] = /^\/(\d+)\//.exec(url.pathname) ?? [];
  const here = port === "" ? url : new URL(`http://site.example:${port}${url.pathname}`);
  return send(here, letter, TEST_GATE);
});
