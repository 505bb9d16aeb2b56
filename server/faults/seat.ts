// A guest of a server, with a place at its sample article.

export type Seat = {
  /** The user's id. */
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly articleId: string;
};

/** Enters under this name. */
export async function seatAt(url: string, name: string): Promise<Seat> {
  const json = { "content-type": "application/json" };
  const body = JSON.stringify({ name });
  const entered = await fetch(`${url}/api/guests`, { method: "POST", headers: json, body });
  const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const { articles } = await (await fetch(`${url}/api/articles`, { headers: { cookie } })).json();
  const { user } = await entered.json();
  return { id: user.id, headers: { cookie }, articleId: articles[0].id };
}
