// What the routes work with.

import type { HttpBindings } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { SpaceMakers } from "#domain/space.ts";
import type { Visitors } from "../access/visitors.ts";
import type { Auth } from "../accounts/auth.ts";
import type { Post } from "../accounts/mail.ts";
import type { OpenId } from "../accounts/open-id.ts";
import type { OwnerLink } from "../accounts/owner-link.ts";
import type { AccountSettings } from "../accounts/settings.ts";
import type { CallerKey } from "../caller-address.ts";
import type { Eraser } from "../erasure/eraser.ts";
import type { UnderWay } from "../erasure/under-way.ts";
import type { Exporter } from "../export/exporter.ts";
import type { Courier } from "../hooks/courier.ts";
import type { Importer } from "../import/importer.ts";
import type { ServerLog } from "../log.ts";
import type { Rooms } from "../rooms/live-article.ts";
import type { SpaceSchemes } from "../rooms/space-schemes.ts";
import type { SearchIndex } from "../search/search-index.ts";
import type { Database } from "../store/database.ts";
import type { Guesses } from "./guesses.ts";
import type { Limits } from "./limits.ts";

export type Services = {
  readonly database: Database;
  readonly auth: Auth;
  readonly visitors: Visitors;
  readonly rooms: Rooms;
  readonly schemes: SpaceSchemes;
  readonly search: SearchIndex;
  readonly ownerLink: OwnerLink;
  /** The origins that browsers may come from. */
  readonly origins: ReadonlySet<string>;
  /** What the caller of a request is counted under. */
  readonly callerKey: CallerKey;
  readonly limits: Limits;
  readonly accounts: AccountSettings;
  /** Null where no mail is sent. */
  readonly post: Post | null;
  /** Null where people sign in at no other place. */
  readonly openId: OpenId | null;
  /** The origin under which people reach the server. */
  readonly url: string;
  readonly guesses: Guesses;
  readonly spaceMakers: SpaceMakers;
  readonly eraser: Eraser;
  readonly underWay: UnderWay;
  readonly importer: Importer;
  readonly exporter: Exporter;
  readonly courier: Courier;
  /**
   * To be called, and waited for, after a session ended, a role changed or an article went: then whoever
   * may not be at an article any more is not. Never rejects.
   */
  readonly onAccessChange: () => Promise<void>;
  readonly report: ServerLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** The Node request below is absent when a route is called without a socket. */
export type ApiEnvironment = {
  Bindings: Partial<HttpBindings>;
  Variables: { readonly services: Services };
};

export type Api = OpenAPIHono<ApiEnvironment>;
