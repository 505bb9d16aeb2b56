// A mail server on a port of its own: it takes whatever comes, and hands over the links in it.

import { once } from "node:events";
import { createServer, type Socket } from "node:net";

export type MailServer = {
  /** The settings by which Postil sends its letters here. */
  readonly settings: Readonly<Record<string, string>>;
  /** Resolves with the link in the letter to an address, once there is one. */
  readonly linkTo: (address: string) => Promise<string>;
  readonly stop: () => void;
};

export async function startMailServer(): Promise<MailServer> {
  const links = new Map<string, string>();
  const waiting = new Map<string, (link: string) => void>();
  const listener = createServer((socket) =>
    take(socket, (address, link) => {
      links.set(address, link);
      waiting.get(address)?.(link);
    }),
  ).listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    settings: {
      POSTIL_SMTP_URL: `smtp://127.0.0.1:${port}`,
      POSTIL_MAIL_FROM: "postil@example.org",
    },
    linkTo: async (to) =>
      links.get(to) ?? (await new Promise((resolve) => waiting.set(to, resolve))),
    stop: () => listener.close(),
  };
}

function take(socket: Socket, arrived: (address: string, link: string) => void): void {
  let all = "";
  socket.on("error", () => {});
  socket.write("220 mail\r\n");
  socket.on("data", (chunk) => {
    const said = String(chunk);
    all += said;
    if (all.endsWith("\r\n.\r\n")) arrived(...readLetter(all));
    if (/^QUIT/i.test(said)) socket.end("221 bye\r\n");
    else socket.write(/^DATA/i.test(said) ? "354 go on\r\n" : "250 fine\r\n");
  });
}

function readLetter(letter: string): [address: string, link: string] {
  const text = letter.replace(/=\r\n/g, "").replace(/=3D/g, "=");
  const [address = "", link = ""] = [
    /^RCPT TO:<([^>]+)>/m.exec(text)?.[1],
    /http:\/\/\S+#[\w-]{22}/.exec(text)?.[0],
  ];
  return [address, link];
}
