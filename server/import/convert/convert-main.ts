// The process that converts one file.

import { answerOnce } from "../answer-once.ts";
import { givenShape } from "../given-shape.ts";
import { convert } from "./convert.ts";
import "./no-network.ts";

answerOnce((file) => convert(givenShape.parse(file)));
