// The process that converts one file.

import { answerOnce } from "../answer-once.ts";
import { givenFile } from "../given-shape.ts";
import { convert } from "./convert.ts";
import "./no-network.ts";

answerOnce((about, bytes) => convert(givenFile(about, bytes)));
