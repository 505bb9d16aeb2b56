// The names under which rooms stand in the update log.

/** The start of the names of all rooms of an article. */
export const articlePrefix = (articleId: string): string => `${articleId}/`;

export const articleRoom = (articleId: string): string => `${articleId}/article`;

export const stateRoom = (articleId: string): string => `${articleId}/state`;

/** The start of the names of all layers of an article. */
export const layersPrefix = (articleId: string): string => `${articleId}/layer/`;

export const layerRoom = (articleId: string, userId: string): string =>
  `${articleId}/layer/${userId}`;
