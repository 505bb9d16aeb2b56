// A real OpenID provider on a free port, where everybody signs in by typing a name.

import { once } from "node:events";
import { createServer, type Server } from "node:http";
import Provider, { type Configuration } from "oidc-provider";

/** Names that begin like this have an address that the provider does not vouch for. */
const UNVERIFIED = "unverified";

export class TestProvider {
  readonly issuer: string;
  readonly #server: Server;
  /** The cookies of the one browser that comes here. */
  readonly #cookies = new Map<string, string>();

  private constructor(server: Server, issuer: string) {
    this.#server = server;
    this.issuer = issuer;
  }

  /** Starts one. `callback` is asked once its client is known. */
  static async start(callback: () => string): Promise<TestProvider> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const provider = new TestProvider(server, `http://127.0.0.1:${port}`);
    let handle: ReturnType<Provider["callback"]> | null = null;
    // only now the address of Postil is known, which was started with the issuer's
    server.on("request", (request, response) => {
      handle ??= new Provider(provider.issuer, configurationFor(callback())).callback();
      void handle(request, response);
    });
    return provider;
  }

  /** The settings of a Postil whose people are known here. */
  get settings() {
    return {
      POSTIL_OIDC_ISSUER: this.issuer,
      POSTIL_OIDC_CLIENT_ID: "postil",
      POSTIL_OIDC_CLIENT_SECRET: "a secret of these two",
      POSTIL_OIDC_NAME: "The Newsroom",
    };
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Forgets who was signed in here. */
  forget(): void {
    this.#cookies.clear();
  }

  /** Goes where Postil sent somebody, signs in under this name, and returns where that leads back to. */
  async signIn(url: string, name: string): Promise<URL> {
    let at = new URL(url);
    let form: URLSearchParams | null = null;
    while (at.origin === this.issuer) {
      const answer = await this.#ask(at, form);
      const location = answer.headers.get("location");
      form = null;
      if (location !== null) {
        at = new URL(location, at);
        continue;
      }
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "";
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? "";
      at = new URL(action, at);
      form = new URLSearchParams({ prompt, login: name, password: "any" });
    }
    return at;
  }

  async #ask(url: URL, form: URLSearchParams | null): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, {
      method: form === null ? "GET" : "POST",
      body: form,
      headers: { cookie },
      redirect: "manual",
    });
    for (const each of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = each.split(";")[0]?.split("=") ?? [];
      this.#cookies.set(name, value);
    }
    return answer;
  }
}

function configurationFor(callback: string): Configuration {
  return {
    clients: [
      {
        client_id: "postil",
        client_secret: "a secret of these two",
        redirect_uris: [callback],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["only for tests"] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: `${id}@Newsroom.example`,
        email_verified: !id.startsWith(UNVERIFIED),
        name: `${id.slice(0, 1).toUpperCase()}${id.slice(1)} of the Newsroom`,
      }),
    }),
  };
}
