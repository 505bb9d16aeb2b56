// People of a test at one server: they join, and all leave at the end.

import type { Role } from "#domain/person.ts";
import { TestClient } from "./test-client.ts";
import {
  paragraphOf,
  startTestServer,
  type TestServer,
  type TestServerOptions,
  until,
} from "./test-server.ts";

export class TestPeople {
  readonly server: TestServer;
  readonly #clients: TestClient[] = [];

  /** Starts a server with these people, and one article, "article", of one paragraph. */
  static async at(
    roles: Readonly<Record<string, Role>>,
    options: TestServerOptions = {},
  ): Promise<TestPeople> {
    const server = await startTestServer(options);
    for (const [user, role] of Object.entries(roles)) server.roles.set(user, role);
    await server.rooms.create("article", paragraphOf("The mayor lied."));
    return new TestPeople(server);
  }

  private constructor(server: TestServer) {
    this.server = server;
  }

  /** Connects, and waits until everything has arrived. */
  async join(user: string): Promise<TestClient> {
    const client = await this.connect(user);
    await until(() => client.isReady, `${user} is ready`);
    return client;
  }

  /** Connects, and waits for the socket only. */
  async connect(user: string): Promise<TestClient> {
    const client = new TestClient(this.server, "article", user);
    this.#clients.push(client);
    await client.connect();
    return client;
  }

  async leave(): Promise<void> {
    for (const client of this.#clients) client.cut();
    await this.server.close();
  }
}
