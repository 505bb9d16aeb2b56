// The process that reads files with annotations once.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { FORMAT_IDS } from "../../domain/format-ids.ts";
import { formatOf } from "../../server/formats/formats.ts";
import { answerJob } from "../load/run-script.ts";

const jobSchema = z.object({
  format: z.enum(FORMAT_IDS),
  folder: z.string(),
  names: z.array(z.string()),
});

await answerJob(async (job) => {
  const { format, folder, names } = jobSchema.parse(job);
  const { reader } = await formatOf(format);
  if (reader === null) throw new Error(`Nobody reads ${format}.`);
  const files = names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const used = process.cpuUsage();
  const start = performance.now();
  const articles = await reader.read(files);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  const annotations = articles.reduce((sum, article) => sum + article.annotations.length, 0);
  return {
    seconds,
    cpu: (user + system) / 1e6,
    annotations,
    peak: process.resourceUsage().maxRSS * 1024,
  };
});
