// The process that fetches one page, for tests: it knows `site.example` on this machine.

import { z } from "zod";
import { answerOnce } from "../answer-once.ts";
import { fetchPage } from "./fetch-page.ts";
import { TEST_GATE } from "./site.test-kit.ts";

const taskShape = z.strictObject({ address: z.string() });

answerOnce((task) => fetchPage(taskShape.parse(task).address, TEST_GATE));
