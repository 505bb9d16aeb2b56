// How long what a hand took away can be brought back.

/** In milliseconds: longer than a message about it stays on screen, so that whoever hesitates is not too late. */
export const RETURN_TIME = 10 * 60_000;
