// The API: its guards, its routes, and what becomes of errors.

import { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { ANNOTATED_BYTES, FILE_BYTES } from "#domain/article/bounds.ts";
import { newId } from "#domain/id.ts";
import type { ServerLog } from "../log.ts";
import { Closing, LayerFull, NoSuchRoom, NotStored, SetAside } from "../rooms/live-article.ts";
import { isFull } from "../store/sqlite-file.ts";
import { BeingRead } from "../store/update-log.ts";
import { addAccountRoutes } from "./account-routes.ts";
import { addAliasRoutes } from "./alias-routes.ts";
import { addAnchorRoutes } from "./anchor-routes.ts";
import { addAnnotationRoutes } from "./annotation-routes.ts";
import { addArticleRoutes } from "./article-routes.ts";
import { addDecisionRoutes } from "./decision-routes.ts";
import { addDoorRoutes } from "./door-routes.ts";
import { addErasureRoutes } from "./erasure-routes.ts";
import { addExportRoutes } from "./export-routes.ts";
import { jsonOnly, noSuchArticle, sameOrigin, sendsFile } from "./guard.ts";
import { addHookRoutes } from "./hook-routes.ts";
import { addImportRoutes } from "./import-routes.ts";
import { addInviteRoutes } from "./invite-routes.ts";
import { addJoinRoutes } from "./join-routes.ts";
import { malformed } from "./malformed.ts";
import { addMemberRoutes } from "./member-routes.ts";
import { addOpenIdRoutes } from "./open-id-routes.ts";
import { addOpinionRoutes } from "./opinion-routes.ts";
import { addPeopleRoutes } from "./people-routes.ts";
import { addPersonalInviteRoutes } from "./personal-invite-routes.ts";
import { answerProblem, Problem } from "./problem.ts";
import { addProfileRoutes } from "./profile-routes.ts";
import { addProposalRoutes } from "./proposal-routes.ts";
import { addRecoveryRoutes } from "./recovery-routes.ts";
import { registryOf } from "./registry.ts";
import { addReimportRoutes } from "./reimport-routes.ts";
import { addReplyHidingRoutes } from "./reply-hiding-routes.ts";
import { addReplyRoutes } from "./reply-routes.ts";
import { addReturnRoutes } from "./return-routes.ts";
import { addSchemeRoutes } from "./scheme-routes.ts";
import { addSearchRoutes } from "./search-routes.ts";
import type { Api, ApiEnvironment, Services } from "./services.ts";
import { addSessionListRoutes } from "./session-list-routes.ts";
import { addSessionRoutes } from "./session-routes.ts";
import { addSharingRoutes } from "./sharing-routes.ts";
import { addShelfRoutes } from "./shelf-routes.ts";
import { addSpaceRoutes } from "./space-routes.ts";
import { addTokenRoutes } from "./token-routes.ts";
import { addTwoFactorRoutes } from "./two-factor-routes.ts";
import { addVersionRoutes } from "./version-routes.ts";
import { addVisitRoutes } from "./visit-routes.ts";
import { addW3cRoutes } from "./w3c-routes.ts";
import { addWaitingRoutes } from "./waiting-routes.ts";

/** The largest body, in bytes; larger for the text of an article, for a scheme, and for files. */
const BODY_BYTES = 64 * 1024;
const SCHEME_BYTES = 512 * 1024;
const ARTICLE_BYTES = 10 * 1024 * 1024;

/** The whole API under `/api`, as a fetch handler. */
export function createApi(services: Services): Api {
  const api = new OpenAPIHono<ApiEnvironment>({
    defaultHook: (result) => {
      if (!result.success) throw malformed(result.error.issues);
    },
  });
  api.onError((error, context) => answerProblem(context, problemOf(error, services.report)));
  api.notFound((context) =>
    answerProblem(context, new Problem(404, "There is nothing here. See /api/openapi.json.")),
  );
  api.use(async (context, next) => {
    context.set("services", services);
    await next();
  });
  api.use(privately, sameOrigin(services.origins), jsonOnly, limitBody);
  addRoutes(api, services);
  describeApi(api);
  // a route that does not say what it asks stops the start
  registryOf(api);
  return api;
}

function addRoutes(api: Api, services: Services): void {
  addSessionRoutes(api, services);
  addAccountRoutes(api, services);
  addProfileRoutes(api, services);
  addSessionListRoutes(api, services);
  addOpenIdRoutes(api, services);
  addRecoveryRoutes(api, services);
  addTwoFactorRoutes(api, services);
  addTokenRoutes(api, services);
  addArticleRoutes(api, services);
  addImportRoutes(api, services);
  addAnnotationRoutes(api, services);
  addExportRoutes(api, services);
  addW3cRoutes(api, services);
  addReplyRoutes(api, services);
  addReplyHidingRoutes(api, services);
  addOpinionRoutes(api, services);
  addProposalRoutes(api, services);
  addDecisionRoutes(api, services);
  addAnchorRoutes(api, services);
  addMemberRoutes(api, services);
  addSchemeRoutes(api, services);
  addSearchRoutes(api, services);
  addSharingRoutes(api, services);
  addShelfRoutes(api, services);
  addVersionRoutes(api, services);
  addReimportRoutes(api, services);
  addVisitRoutes(api, services);
  addSpaceRoutes(api, services);
  addPeopleRoutes(api, services);
  addReturnRoutes(api, services);
  addAliasRoutes(api, services);
  addErasureRoutes(api, services);
  addInviteRoutes(api, services);
  addPersonalInviteRoutes(api, services);
  addJoinRoutes(api, services);
  addDoorRoutes(api, services);
  addWaitingRoutes(api, services);
  addHookRoutes(api, services);
}

/** Answers are for the one who asked: nothing on the way may keep them. */
const privately: MiddlewareHandler = async (context, next) => {
  await next();
  context.header("Cache-Control", "private, no-store");
  context.header("Vary", "Cookie", { append: true });
};

const tooLarge = (bytes: number) =>
  bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new Problem(413, `The body may have at most ${bytes} bytes.`);
    },
  });
const limitSmall = tooLarge(BODY_BYTES);
const limitScheme = tooLarge(SCHEME_BYTES);
const limitArticle = tooLarge(ARTICLE_BYTES);
const limitFile = tooLarge(FILE_BYTES);
const limitAnnotated = tooLarge(ANNOTATED_BYTES);

const limitBody: MiddlewareHandler = (context, next) => {
  const { path } = context.req;
  if (sendsFile(context)) {
    const isAnnotated = path === "/api/annotated-imports";
    return isAnnotated ? limitAnnotated(context, next) : limitFile(context, next);
  }
  if (/^\/api\/articles(?:\/[^/]+\/versions)?$/.test(path)) return limitArticle(context, next);
  if (/^\/api\/spaces\/[^/]+\/(?:scheme|annotated-articles)$/.test(path))
    return limitScheme(context, next);
  return limitSmall(context, next);
};

function describeApi(api: Api): void {
  api.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "http",
    scheme: "bearer",
    description: "The session token; browsers send the same in a cookie.",
  });
  api.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Postil",
      version: "1",
      description:
        "Offsets are UTF-16 code units, ends are exclusive, times are ISO 8601. `x-asks` tells what a route asks of its caller: nothing, a session, or a role that may do this to what the path names.",
    },
    security: [{ session: [] }],
  });
}

/** What to tell the caller of an error. What nobody foresaw is reported and named by an id only. */
function problemOf(error: Error, report: ServerLog): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof NoSuchRoom) return noSuchArticle();
  if (error instanceof NotStored || isFull(error)) {
    return new Problem(503, "The server could not write to its disk. Nothing was changed.", {
      code: "not-stored",
      retryAfter: 10,
    });
  }
  if (error instanceof LayerFull) {
    return new Problem(
      422,
      "You have written as much here as one person may. Delete something first.",
      { code: "layer-full" },
    );
  }
  if (error instanceof Closing) {
    return new Problem(503, "Postil is stopping. Nothing was changed. Try again in a moment.", {
      code: "stopping",
      retryAfter: 2,
    });
  }
  if (error instanceof SetAside) {
    return new Problem(
      503,
      "This article was damaged on disk and is set aside. Nothing is deleted.",
      { code: "set-aside" },
    );
  }
  if (error instanceof BeingRead) {
    return new Problem(
      503,
      "The files are being read just now, by a backup for instance, so not everything is gone yet. Look again in a moment.",
      { retryAfter: 10 },
    );
  }
  if (error instanceof HTTPException && error.status === 400) {
    return new Problem(400, "The body is not valid JSON.");
  }
  const id = newId();
  report.error({ err: error, id }, "a request failed");
  return new Problem(500, `This is our mistake. The server's log has it under ${id}.`);
}
