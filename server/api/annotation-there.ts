// The annotation that an address names: `/annotations/AUTHOR/ID`, for an id is unique in its layer only.

import { z } from "@hono/zod-openapi";
import type { Annotation } from "#domain/annotation/annotation.ts";
import { refTo } from "#domain/annotation/annotation-ref.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Actor } from "../access/authorize.ts";
import type { Sight } from "../access/sight.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { answerOne } from "./annotation-answer.ts";
import { type AtArticle, visitToWrite } from "./guard.ts";
import { placeOf } from "./placed.ts";
import { Problem } from "./problem.ts";
import type { Services } from "./services.ts";

/** The path of an annotation, below which lies what is said and decided about it. */
export const ANNOTATION_PATH = "/api/articles/{articleId}/annotations/{author}/{annotationId}";

export const annotationParams = z.object({
  articleId: z.string(),
  author: z.string().openapi({ description: "The author's user id." }),
  annotationId: z.string(),
});

type Params = z.infer<typeof annotationParams>;

/** Somebody who may write, at an annotation that they see. */
export type There = {
  readonly live: LiveArticle;
  readonly actor: Actor;
  readonly sight: Sight;
  readonly annotation: Annotation;
  /** The annotation's reference. */
  readonly ref: string;
  /** The scheme of the space. */
  readonly scheme: Scheme;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** Has the caller do something at an annotation. Ends the request with 404 when there is none to be seen. */
export async function atAnnotation<T>(
  services: Services,
  context: AtArticle,
  { author, annotationId }: Params,
  act: (there: There) => Promise<T>,
): Promise<T> {
  const { article, actor, sight } = visitToWrite(services, context);
  const { scheme } = await services.schemes.of(article.space.id);
  return await services.rooms.use(article.id, async (live) => {
    const layer = live.annotations((owner) => owner === author && sight.sees(owner));
    const annotation = present(layer.find(({ id }) => id === annotationId) ?? null);
    const ref = refTo(author, annotationId);
    return await act({ live, actor, sight, annotation, ref, scheme, now: services.now() });
  });
}

/** The same, answered with the annotation as it is then. */
export function changeThere(
  services: Services,
  context: AtArticle,
  params: Params,
  change: (there: There) => Promise<void>,
) {
  return atAnnotation(services, context, params, async (there) => {
    await change(there);
    const { live, sight, annotation } = there;
    const placed = { annotation, range: placeOf(live.text(), annotation) };
    return await answerOne(live, placed, { sight, visitors: services.visitors });
  });
}

/** Ends the request with 404 when there is no annotation. */
export function present(annotation: Annotation | null): Annotation {
  if (annotation === null)
    throw new Problem(404, "There is no such annotation. It may be deleted.", {
      code: "no-such-annotation",
    });
  return annotation;
}
