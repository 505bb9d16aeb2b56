// Signing in by way of a provider that speaks OpenID Connect.

import * as oidc from "openid-client";
import { nameSchema } from "#domain/person-name.ts";
import type { OpenIdSettings } from "./settings.ts";

/** Seconds until a provider that does not answer is given up. */
const PATIENCE = 10;

/** Who somebody is at the provider. */
export type Identity = {
  /** The provider and its id for them: another provider's same id is somebody else. */
  readonly subject: string;
  /** In lower case; null unless the provider says that it is verified. */
  readonly email: string | null;
  /** Null where it gives none that people may bear here. */
  readonly name: string | null;
};

/** What has to be kept from the beginning of a sign-in to its end. */
export type Challenge = { readonly verifier: string; readonly nonce: string };

/** The provider. It is asked for its addresses when the first person signs in, and must be up then only. */
export class OpenId {
  readonly #settings: OpenIdSettings;
  readonly #callback: string;
  #found: Promise<oidc.Configuration> | null = null;

  /** `callback`: where the provider sends people back to. */
  constructor(settings: OpenIdSettings, callback: string) {
    this.#settings = settings;
    this.#callback = callback;
  }

  /** What the button says. */
  get name(): string {
    return this.#settings.name;
  }

  /** Where to send somebody who wants to sign in. `state` comes back with them. */
  async address(state: string, { verifier, nonce }: Challenge): Promise<string> {
    const challenge = await oidc.calculatePKCECodeChallenge(verifier);
    const url = oidc.buildAuthorizationUrl(await this.#find(), {
      redirect_uri: this.#callback,
      scope: "openid email profile",
      code_challenge: challenge,
      code_challenge_method: "S256",
      state,
      nonce,
    });
    return url.href;
  }

  /** Who came back with this query. Rejects when anything about it is not as it has to be. */
  async identify(query: string, state: string, { verifier, nonce }: Challenge): Promise<Identity> {
    const found = await this.#find();
    const tokens = await oidc.authorizationCodeGrant(found, new URL(this.#callback + query), {
      pkceCodeVerifier: verifier,
      expectedNonce: nonce,
      expectedState: state,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error("the provider sent no id token");
    const told =
      claims.email === undefined
        ? await oidc.fetchUserInfo(found, tokens.access_token, claims.sub)
        : claims;
    return identityOf(`${claims.iss} ${claims.sub}`, told);
  }

  #find(): Promise<oidc.Configuration> {
    this.#found ??= discover(this.#settings).catch((error: unknown) => {
      this.#found = null; // the next one tries again
      throw error;
    });
    return this.#found;
  }
}

/** Two random strings, for one sign-in. */
export const newChallenge = (): Challenge => ({
  verifier: oidc.randomPKCECodeVerifier(),
  nonce: oidc.randomNonce(),
});

async function discover(settings: OpenIdSettings): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret } = settings;
  const execute = issuer.startsWith("http:") ? [oidc.allowInsecureRequests] : [];
  const options = { timeout: PATIENCE, execute };
  const found = await oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), options);
  if (clientSecret === null) return found;
  const server = found.serverMetadata();
  const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  const isBasic = methods.includes("client_secret_basic");
  const prove = isBasic
    ? oidc.ClientSecretBasic(clientSecret)
    : oidc.ClientSecretPost(clientSecret);
  const configuration = new oidc.Configuration(server, clientId, undefined, prove);
  configuration.timeout = PATIENCE;
  for (const each of execute) each(configuration);
  return configuration;
}

function identityOf(subject: string, told: Readonly<Record<string, unknown>>): Identity {
  const isVerified = told.email_verified === true && typeof told.email === "string";
  const name = nameSchema.safeParse(told.name);
  return {
    subject,
    email: isVerified ? String(told.email).trim().toLowerCase() : null,
    name: name.success ? name.data : null,
  };
}
