// One socket at an article: its text as y-websocket speaks it, and for clients of ours layers and state.

import * as decoding from "lib0/decoding";
import {
  AWARENESS,
  type Answer,
  CLOSE,
  encodeAnswer,
  encodePeople,
  encodeReady,
  encodeRoom,
  encodeStored,
  HELLO,
  PROTOCOL_VERSION,
  PUSH,
  readHello,
  readPush,
  type RoomUpdate,
  STATE_ROOM,
  SYNC,
} from "#domain/wire.ts";
import * as Y from "yjs";
import { authorize } from "../access/authorize.ts";
import { visibleLayers } from "../access/visible-layers.ts";
import { Malformed } from "./admission/byte-reader.ts";
import { TEXT_CHANNEL } from "./audience.ts";
import { frameOf } from "./frame.ts";
import type { Seat } from "./presence.ts";
import {
  encodeStep1,
  encodeStep2,
  readAll,
  readSync,
  STEP_1,
  STEP_2,
  type SyncMessage,
} from "./sync-message.ts";
