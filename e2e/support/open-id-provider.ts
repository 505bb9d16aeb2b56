// A real OpenID provider on a port of its own, where everybody signs in by typing a name.

import { once } from "node:events";
import { createServer } from "node:http";
import Provider from "oidc-provider";
import { freePort } from "./server.ts";

const CLIENT = { id: "postil", secret: "a secret of these two" };

/** Starts one for the Postil at `postil`; `settings` are that one's environment variables. */
export async function startProvider(postil: string): Promise<{
  readonly settings: Readonly<Record<string, string>>;
  readonly stop: () => void;
}> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${postil}/api/open-id/callback`],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["only for tests"] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: `${id}@newsroom.example`,
        email_verified: true,
        name: `${id} of the Newsroom`,
      }),
    }),
  });
  const server = createServer(provider.callback()).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    settings: {
      POSTIL_OIDC_ISSUER: issuer,
      POSTIL_OIDC_CLIENT_ID: CLIENT.id,
      POSTIL_OIDC_CLIENT_SECRET: CLIENT.secret,
      POSTIL_OIDC_NAME: "The Newsroom",
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
