// The process that reads one file of annotations.

import { answerOnce } from "../answer-once.ts";
import { givenFile } from "../given-shape.ts";
import "../convert/no-network.ts";
import { readAnnotated } from "./read-annotated.ts";

answerOnce((about, bytes) => readAnnotated(givenFile(about, bytes)));
