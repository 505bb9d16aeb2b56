// A mail server for tests, on a port of its own: it takes whatever comes, but for addresses at `refused.example`.

import { once } from "node:events";
import { createServer, type Socket } from "node:net";

export type MailServer = {
  /** For POSTIL_SMTP_URL. */
  readonly url: string;
  /** Resolves with the next letter and what was said around it, its text as it was written. */
  readonly next: () => Promise<string>;
  readonly close: () => void;
};

export async function openMailServer(): Promise<MailServer> {
  const [letters, readers]: [string[], ((letter: string) => void)[]] = [[], []];
  const arrived = (letter: string): void => {
    const reader = readers.shift();
    if (reader) reader(letter);
    else letters.push(letter);
  };
  const listener = createServer((socket) => takeMail(socket, arrived)).listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    next: async () => letters.shift() ?? (await new Promise((resolve) => readers.push(resolve))),
    close: () => listener.close(),
  };
}

function takeMail(socket: Socket, arrived: (letter: string) => void): void {
  let all = "";
  socket.on("error", () => {});
  socket.write("220 mail\r\n");
  socket.on("data", (chunk) => {
    const said = String(chunk);
    all += said;
    if (all.endsWith("\r\n.\r\n")) arrived(readable(all));
    if (/^QUIT/i.test(said)) socket.end("221 bye\r\n");
    else if (/^RCPT TO:<[^>]*@refused\.example>/i.test(said)) socket.write("550 no such box\r\n");
    else socket.write(/^DATA/i.test(said) ? "354 go on\r\n" : "250 fine\r\n");
  });
}

/** Undoes quoted-printable, as far as these letters need it. */
const readable = (letter: string): string =>
  letter
    .replace(/=\r\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) =>
      Buffer.from(bytes.replaceAll("=", ""), "hex").toString("utf8"),
    );
