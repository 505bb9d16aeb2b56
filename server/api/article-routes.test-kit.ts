// The routes about articles, what is brought in, and annotations, each with an example.

import type { RouteExample } from "./route-example.test-kit.ts";

export const ARTICLE_ROUTES: readonly RouteExample[] = [
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
  { route: "GET /api/imports/{importId}", answer: 404 },
  { route: "DELETE /api/imports/{importId}", answer: 404 },
  // no file
  {
    route: "POST /api/annotated-imports",
    answer: 415,
    except: { stranger: 403, viewer: 403 },
  },
  {
    route: "POST /api/spaces/{spaceId}/annotated-articles",
    json: { import: "none", articles: [{ index: 0 }], labels: [], people: [] },
    answer: 404,
  },
  { route: "GET /api/articles/{articleId}", answer: 200 },
  { route: "GET /api/articles/{articleId}/door", answer: 200 },
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
    route: "PATCH /api/articles/{articleId}",
    json: { archived: false, tags: ["x"] },
    answer: 200,
    except: { viewer: 403, annotator: 403 },
  },
  {
    route: "POST /api/articles/{articleId}/copies",
    json: {},
    answer: 201,
    except: { viewer: 403 },
  },
  // to a space that nobody is in
  { route: "PUT /api/articles/{articleId}/space", json: { space: "x" }, answer: 404 },
  {
    route: "PUT /api/articles/{articleId}/visibility",
    json: { visibility: "open" },
    answer: 200,
  },
  { route: "GET /api/articles/{articleId}/annotations", answer: 200 },
  { route: "GET /api/articles/{articleId}/losses", answer: 200 },
  { route: "GET /api/articles/{articleId}/text", answer: 200 },
  { route: "GET /api/articles/{articleId}/w3c/", answer: 200 },
  { route: "OPTIONS /api/articles/{articleId}/w3c/", answer: 204 },
  // of no context
  { route: "POST /api/articles/{articleId}/w3c/", json: {}, answer: 415 },
  { route: "GET /api/articles/{articleId}/w3c/{annotationName}", answer: 200 },
  { route: "OPTIONS /api/articles/{articleId}/w3c/{annotationName}", answer: 204 },
  {
    route: "PUT /api/articles/{articleId}/w3c/{annotationName}",
    json: {},
    answer: 415,
    others: 403,
  },
  {
    route: "DELETE /api/articles/{articleId}/w3c/{annotationName}",
    answer: 204,
    others: 403,
  },
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
  { route: "PUT /api/articles/{articleId}/visit", answer: 204 },
  {
    route: "PATCH /api/articles/{articleId}/visit",
    json: { layers: {} },
    answer: 204,
  },
];
