// Every route of the API with an example, for tests that go through all of them.

import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";

/** Who asks: nobody, somebody who is not in the space, and each role. */
export const ASKERS = ["nobody", "stranger", "viewer", "annotator", "editor", "owner"] as const;

export type Asker = (typeof ASKERS)[number];

export type RouteExample = {
  readonly route: string;
  readonly json?: object;
  /** What those are answered who may. */
  readonly answer: number;
  /** The same, when the last id of the path is of something that another person made. */
  readonly others?: number;
  /** What people with an account are answered, where that is something else. */
  readonly holder?: number;
  /** For those who are answered otherwise than the route's demand lets expect: the body decides. */
  readonly except?: Partial<Readonly<Record<Asker, number>>>;
};

export const ROUTES: readonly RouteExample[] = [
  { route: "GET /api/session", answer: 200 },
  { route: "POST /api/guests", json: {}, answer: 200, except: { nobody: 201 } },
  { route: "POST /api/owner", json: { token: "x" }, answer: 403 },
  {
    route: "POST /api/accounts",
    json: { email: "ada@example.org", password: "a long password" },
    answer: 403,
    holder: 409,
  },
  { route: "GET /api/account", answer: 200 },
  {
    route: "PUT /api/account/password",
    json: { current: "a long password", password: "another password" },
    answer: 403,
    holder: 204,
  },
  { route: "PUT /api/account/name", json: { name: "Ada" }, answer: 403, holder: 204 },
  {
    route: "PUT /api/account/email",
    json: { email: "first@example.org", password: "a long password" },
    answer: 403,
    holder: 409,
  },
  { route: "POST /api/account/email/confirm", json: { token: "x" }, answer: 403 },
  {
    route: "POST /api/sign-in",
    json: { email: "ada@example.org", password: "a long password" },
    answer: 403,
  },
  { route: "POST /api/sign-in/code", json: { code: "000000" }, answer: 403 },
  {
    route: "POST /api/two-factor",
    json: { password: "a long password" },
    answer: 403,
    holder: 201,
  },
  { route: "POST /api/two-factor/confirm", json: { code: "000000" }, answer: 403 },
  { route: "POST /api/two-factor/codes", json: { password: "a long password" }, answer: 403 },
  {
    route: "POST /api/two-factor/end",
    json: { password: "a long password" },
    answer: 403,
    holder: 204,
  },
  { route: "GET /api/tokens", answer: 403, holder: 200 },
  {
    route: "POST /api/tokens",
    json: { name: "Script", access: "read", spaces: null },
    answer: 403,
    holder: 201,
  },
  { route: "DELETE /api/tokens/{tokenId}", answer: 403, holder: 404 },
  { route: "POST /api/open-id", json: {}, answer: 422 },
  { route: "GET /api/open-id/callback", answer: 422 },
  { route: "POST /api/recoveries", json: { email: "ada@example.org" }, answer: 422 },
  { route: "POST /api/recoveries/links", json: { email: "ada@example.org" }, answer: 403 },
  {
    route: "POST /api/recoveries/redeem",
    json: { token: "x", password: "another password" },
    answer: 403,
  },
  { route: "GET /api/sessions", answer: 200 },
  { route: "DELETE /api/sessions/{sessionId}", answer: 404 },
  { route: "GET /api/spaces", answer: 200 },
  {
    route: "POST /api/spaces",
    json: { name: "Desk", template: "desk" },
    answer: 403,
    holder: 201,
  },
  { route: "GET /api/spaces/{spaceId}", answer: 200 },
  { route: "PATCH /api/spaces/{spaceId}", json: { name: "Try Postil" }, answer: 200 },
  { route: "DELETE /api/spaces/{spaceId}", json: { name: "Another" }, answer: 422 },
  { route: "GET /api/spaces/{spaceId}/export", answer: 200 },
  { route: "GET /api/spaces/{spaceId}/losses", answer: 200 },
  { route: "GET /api/spaces/{spaceId}/members", answer: 200 },
  { route: "GET /api/spaces/{spaceId}/progress", answer: 200 },
  { route: "GET /api/spaces/{spaceId}/aliases", answer: 200 },
  {
    route: "PATCH /api/spaces/{spaceId}/members/{userId}",
    json: { role: "viewer" },
    answer: 204,
    // nobody is above themselves but owners
    except: { editor: 403 },
  },
  {
    route: "PUT /api/spaces/{spaceId}/members/{userId}/hiding",
    json: { reason: "x" },
    answer: 200,
    except: { editor: 403 },
  },
  {
    route: "DELETE /api/spaces/{spaceId}/members/{userId}/hiding",
    answer: 200,
    except: { editor: 403 },
  },
  {
    route: "POST /api/spaces/{spaceId}/members/{userId}/seat",
    answer: 200,
    holder: 409,
    except: { editor: 403 },
  },
  {
    route: "GET /api/spaces/{spaceId}/members/{userId}/data",
    answer: 200,
    except: { editor: 403 },
  },
  {
    route: "POST /api/spaces/{spaceId}/members/{userId}/erasure",
    json: { name: "somebody else" },
    answer: 422,
    except: { editor: 403 },
  },
  { route: "GET /api/person/data", answer: 200 },
  { route: "POST /api/person/erasure", json: { name: "somebody else" }, answer: 422 },
  { route: "DELETE /api/spaces/{spaceId}/members/{userId}", answer: 204 },
  { route: "GET /api/spaces/{spaceId}/invites", answer: 200 },
  {
    route: "POST /api/spaces/{spaceId}/invites",
    json: { role: "viewer", days: 1, uses: 1 },
    answer: 201,
  },
  {
    route: "POST /api/spaces/{spaceId}/invites/people",
    json: { emails: ["ada@example.org"], role: "viewer", days: 1 },
    answer: 201,
  },
  { route: "DELETE /api/spaces/{spaceId}/invites/{inviteId}", answer: 404 },
  { route: "POST /api/spaces/{spaceId}/code", json: {}, answer: 200 },
  { route: "DELETE /api/spaces/{spaceId}/code", answer: 204 },
  { route: "GET /api/spaces/{spaceId}/waiting", answer: 200 },
  { route: "POST /api/spaces/{spaceId}/waiting", json: { admit: ["x"] }, answer: 200 },
  { route: "GET /api/spaces/{spaceId}/audit", answer: 200 },
  { route: "POST /api/joins", json: { code: "ABCD-EFGH" }, answer: 404 },
  { route: "POST /api/joins/personal", json: { token: "x" }, answer: 403, holder: 404 },
  { route: "GET /api/joins", answer: 200 },
  { route: "GET /api/spaces/{spaceId}/scheme", answer: 200 },
  {
    route: "PUT /api/spaces/{spaceId}/scheme",
    json: { basedOn: 7, scheme: POSTIL_CORE },
    answer: 409,
  },
  { route: "GET /api/articles", answer: 200 },
  // without a question
  { route: "GET /api/search", answer: 400 },
  {
    route: "POST /api/articles",
    json: { title: "T", text: "x" },
    answer: 201,
    except: { stranger: 403, viewer: 403 },
  },
  {
    route: "POST /api/imports",
    json: { url: "http://127.0.0.1/" },
    answer: 422,
    except: { stranger: 403, viewer: 403 },
  },
  { route: "DELETE /api/imports/{importId}", answer: 404 },
  { route: "GET /api/articles/{articleId}", answer: 200 },
  {
    route: "PATCH /api/articles/{articleId}",
    json: { title: "T" },
    answer: 200,
    except: { viewer: 403, annotator: 403 },
  },
  {
    route: "PATCH /api/articles/{articleId}",
    json: { locked: false },
    answer: 200,
    except: { viewer: 403, annotator: 403 },
  },
  {
    route: "PUT /api/articles/{articleId}/visibility",
    json: { visibility: "open" },
    answer: 200,
  },
  { route: "GET /api/articles/{articleId}/annotations", answer: 200 },
  { route: "GET /api/articles/{articleId}/losses", answer: 200 },
  { route: "GET /api/articles/{articleId}/highlights", answer: 200 },
  { route: "POST /api/articles/{articleId}/anchors", json: { moves: [] }, answer: 200 },
  {
    route: "POST /api/articles/{articleId}/annotations",
    json: { kind: "claim", start: 0, end: 3 },
    answer: 201,
  },
  {
    route: "PATCH /api/articles/{articleId}/annotations/{annotationId}",
    json: { note: "x" },
    answer: 200,
    others: 403,
  },
  {
    route: "DELETE /api/articles/{articleId}/annotations/{annotationId}",
    answer: 204,
    others: 403,
  },
  {
    route: "POST /api/articles/{articleId}/annotations/{author}/{annotationId}/replies",
    json: { text: "x" },
    answer: 201,
  },
  {
    route: "PATCH /api/articles/{articleId}/replies/{replyId}",
    json: { text: "x" },
    answer: 200,
    others: 404,
  },
  { route: "DELETE /api/articles/{articleId}/replies/{replyId}", answer: 204, others: 404 },
  {
    route: "PUT /api/articles/{articleId}/annotations/{author}/{annotationId}/vote",
    json: { vote: "agree" },
    answer: 200,
  },
  {
    route: "DELETE /api/articles/{articleId}/annotations/{author}/{annotationId}/vote",
    answer: 200,
  },
  {
    route: "PUT /api/articles/{articleId}/annotations/{author}/{annotationId}/proposal",
    json: { kind: "framing", label: "loaded" },
    answer: 200,
  },
  {
    route: "DELETE /api/articles/{articleId}/annotations/{author}/{annotationId}/proposal",
    answer: 200,
  },
  {
    route: "PUT /api/articles/{articleId}/annotations/{author}/{annotationId}/resolution",
    answer: 200,
  },
  {
    route: "DELETE /api/articles/{articleId}/annotations/{author}/{annotationId}/resolution",
    answer: 200,
  },
  {
    route: "PUT /api/articles/{articleId}/annotations/{author}/{annotationId}/hiding",
    json: { reason: "x" },
    answer: 200,
  },
  {
    route: "DELETE /api/articles/{articleId}/annotations/{author}/{annotationId}/hiding",
    answer: 200,
  },
  {
    route: "PUT /api/articles/{articleId}/annotations/{annotationId}/proposals/{proposer}",
    json: { accepted: true },
    answer: 200,
    others: 403,
  },
  {
    route: "PUT /api/articles/{articleId}/replies/{author}/{replyId}/hiding",
    json: { reason: "x" },
    answer: 200,
  },
  {
    route: "DELETE /api/articles/{articleId}/replies/{author}/{replyId}/hiding",
    answer: 200,
  },
  { route: "GET /api/articles/{articleId}/members", answer: 200 },
  { route: "GET /api/articles/{articleId}/versions", answer: 200 },
  {
    route: "POST /api/articles/{articleId}/versions",
    json: { text: "x", preview: true },
    answer: 409,
  },
  {
    route: "POST /api/articles/{articleId}/reimport",
    json: { import: "none", preview: true },
    answer: 404,
  },
  { route: "GET /api/articles/{articleId}/visit", answer: 200 },
  {
    route: "PATCH /api/articles/{articleId}/visit",
    json: { layers: {} },
    answer: 204,
  },
  { route: "DELETE /api/sessions", answer: 204 },
  { route: "DELETE /api/session", answer: 204 },
];
