// A cable between a client and a server that can be pulled, and on which everything can stand still.

import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

export class Cable {
  /** How often something was connected through it. */
  connections = 0;
  readonly #port: number;
  readonly #outlet: Server;
  readonly #ends = new Set<Socket>();
  #isPulled = false;

  private constructor(port: number) {
    this.#port = port;
    this.#outlet = createServer((near) => this.#join(near));
  }

  /** Resolves when it can be connected to. */
  static async to(port: number): Promise<Cable> {
    const cable = new Cable(port);
    cable.#outlet.listen(0, "127.0.0.1");
    await once(cable.#outlet, "listening");
    return cable;
  }

  get origin(): string {
    const address = this.#outlet.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : address}`;
  }

  /** Nothing gets through, and both ends notice. */
  pull(): void {
    this.#isPulled = true;
    for (const end of this.#ends) end.destroy();
  }

  plugIn(): void {
    this.#isPulled = false;
  }

  /** Nothing gets through, and neither end notices. */
  freeze(): void {
    for (const end of this.#ends) end.pause().unpipe();
  }

  /** What was held gets through. */
  thaw(): void {
    for (const [near, far] of this.#pairs) near.pipe(far).pipe(near);
  }

  remove(): void {
    this.pull();
    this.#outlet.close();
  }

  readonly #pairs = new Set<readonly [Socket, Socket]>();

  #join(near: Socket): void {
    this.connections++;
    if (this.#isPulled) {
      near.destroy();
      return;
    }
    const far = connect(this.#port, "127.0.0.1");
    const pair = [near, far] as const;
    this.#pairs.add(pair);
    for (const end of pair) {
      this.#ends.add(end);
      end.on("error", () => {});
      end.once("close", () => {
        this.#ends.delete(end);
        this.#pairs.delete(pair);
        for (const each of pair) each.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }
}
