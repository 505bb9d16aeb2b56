// The event of the document that tells that the page is alive.

export const ALIVE = "postil-alive";
