// The process that fetches one page.

import { z } from "zod";
import { answerOnce } from "../answer-once.ts";
import { fetchPage } from "./fetch-page.ts";
import { PUBLIC_GATE } from "./gate.ts";

const taskShape = z.strictObject({ address: z.string() });

answerOnce((task) => fetchPage(taskShape.parse(task).address, PUBLIC_GATE));
