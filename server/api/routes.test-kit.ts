// Every route of the API, for tests that go through all of them.

import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";

/** Every route: what it answers to nobody, to a stranger to the space, and to each role. */
export const ROUTES = [
  { route: "GET /api/openapi.json", statuses: [200, 200, 200, 200, 200, 200] },
  { route: "GET /api/session", statuses: [200, 200, 200, 200, 200, 200] },
  { route: "POST /api/guests", json: {}, statuses: [201, 200, 200, 200, 200, 200] },
  { route: "POST /api/owner", json: { token: "x" }, statuses: [403, 403, 403, 403, 403, 403] },
  { route: "GET /api/spaces", statuses: [401, 200, 200, 200, 200, 200] },
  { route: "GET /api/spaces/{spaceId}/scheme", statuses: [401, 404, 200, 200, 200, 200] },
  {
    route: "PUT /api/spaces/{spaceId}/scheme",
    json: { basedOn: 7, scheme: POSTIL_CORE },
    statuses: [401, 404, 403, 403, 409, 409],
  },
  { route: "GET /api/articles", statuses: [401, 200, 200, 200, 200, 200] },
  {
    route: "POST /api/articles",
    json: { title: "T", text: "x" },
    statuses: [401, 403, 403, 201, 201, 201],
  },
  { route: "GET /api/articles/{articleId}", statuses: [401, 404, 200, 200, 200, 200] },
  {
    route: "PATCH /api/articles/{articleId}",
    json: { title: "T" },
    statuses: [401, 404, 403, 403, 200, 200],
  },
  {
    route: "PATCH /api/articles/{articleId}",
    json: { locked: false },
    statuses: [401, 404, 403, 403, 200, 200],
  },
  { route: "GET /api/articles/{articleId}/annotations", statuses: [401, 404, 200, 200, 200, 200] },
  { route: "GET /api/articles/{articleId}/highlights", statuses: [401, 404, 200, 200, 200, 200] },
  {
    route: "POST /api/articles/{articleId}/anchors",
    json: { moves: [] },
    statuses: [401, 404, 403, 403, 200, 200],
  },
  {
    route: "POST /api/articles/{articleId}/annotations",
    json: { kind: "claim", start: 0, end: 3 },
    statuses: [401, 404, 403, 201, 201, 201],
  },
  {
    route: "PATCH /api/articles/{articleId}/annotations/{annotationId}",
    json: { note: "x" },
    statuses: [401, 404, 403, 403, 403, 403],
  },
  {
    route: "DELETE /api/articles/{articleId}/annotations/{annotationId}",
    statuses: [401, 404, 403, 403, 403, 403],
  },
  {
    route: "POST /api/articles/{articleId}/annotations/{author}/{annotationId}/replies",
    json: { text: "x" },
    statuses: [401, 404, 403, 201, 201, 201],
  },
  {
    route: "PATCH /api/articles/{articleId}/replies/{replyId}",
    json: { text: "x" },
    statuses: [401, 404, 403, 404, 404, 404],
  },
  {
    route: "DELETE /api/articles/{articleId}/replies/{replyId}",
    statuses: [401, 404, 403, 404, 404, 404],
  },
  {
    route: "PUT /api/articles/{articleId}/annotations/{author}/{annotationId}/vote",
    json: { vote: "agree" },
    statuses: [401, 404, 403, 200, 200, 200],
  },
  {
    route: "DELETE /api/articles/{articleId}/annotations/{author}/{annotationId}/vote",
    statuses: [401, 404, 403, 200, 200, 200],
  },
  {
    route: "PUT /api/articles/{articleId}/annotations/{author}/{annotationId}/proposal",
    json: { kind: "framing", label: "loaded" },
    statuses: [401, 404, 403, 403, 200, 200],
  },
  {
    route: "DELETE /api/articles/{articleId}/annotations/{author}/{annotationId}/proposal",
    statuses: [401, 404, 403, 200, 200, 200],
  },
  {
    route: "PUT /api/articles/{articleId}/annotations/{author}/{annotationId}/resolution",
    statuses: [401, 404, 403, 403, 200, 200],
  },
  {
    route: "DELETE /api/articles/{articleId}/annotations/{author}/{annotationId}/resolution",
    statuses: [401, 404, 403, 403, 200, 200],
  },
  {
    route: "PUT /api/articles/{articleId}/annotations/{author}/{annotationId}/hiding",
    json: { reason: "x" },
    statuses: [401, 404, 403, 403, 200, 200],
  },
  {
    route: "DELETE /api/articles/{articleId}/annotations/{author}/{annotationId}/hiding",
    statuses: [401, 404, 403, 403, 200, 200],
  },
  {
    route: "PUT /api/articles/{articleId}/annotations/{annotationId}/proposals/{proposer}",
    json: { accepted: true },
    statuses: [401, 404, 403, 403, 403, 403],
  },
  {
    route: "PUT /api/articles/{articleId}/replies/{author}/{replyId}/hiding",
    json: { reason: "x" },
    statuses: [401, 404, 403, 404, 404, 404],
  },
  {
    route: "DELETE /api/articles/{articleId}/replies/{author}/{replyId}/hiding",
    statuses: [401, 404, 403, 404, 404, 404],
  },
  { route: "GET /api/articles/{articleId}/members", statuses: [401, 404, 200, 200, 200, 200] },
  { route: "GET /api/articles/{articleId}/versions", statuses: [401, 404, 200, 200, 200, 200] },
  {
    route: "POST /api/articles/{articleId}/versions",
    json: { text: "x", preview: true },
    statuses: [401, 404, 403, 403, 409, 409],
  },
  { route: "GET /api/articles/{articleId}/visit", statuses: [401, 404, 200, 200, 200, 200] },
  {
    route: "PATCH /api/articles/{articleId}/visit",
    json: { layers: {} },
    statuses: [401, 404, 204, 204, 204, 204],
  },
  { route: "DELETE /api/session", statuses: [204, 204, 204, 204, 204, 204] },
] as const;
