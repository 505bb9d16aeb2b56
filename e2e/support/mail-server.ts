// A mail server on a port of its own: it takes whatever comes, but for addresses at `refused.example`, and
// hands over the links in it.

import { once } from "node:events";
import { createServer, type Socket } from "node:net";

export type MailServer = {
  /** The settings by which Postil sends its letters here. */
  readonly settings: Readonly<Record<string, string>>;
  /** Resolves with the link in the next letter to an address that has one. */
  readonly linkTo: (address: string) => Promise<string>;
  readonly stop: () => void;
};

type Letter = { readonly to: string; readonly link: string };

export async function startMailServer(): Promise<MailServer> {
  const letters: Letter[] = [];
  let onLetter = (): void => {};
  const listener = createServer((socket) =>
    takeMail(socket, (letter) => {
      letters.push(letter);
      onLetter();
    }),
  ).listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const linkTo = async (to: string): Promise<string> => {
    const at = letters.findIndex((letter) => letter.to === to);
    if (at >= 0) return letters.splice(at, 1)[0]?.link ?? "";
    await new Promise<void>((resolve) => {
      onLetter = resolve;
    });
    return await linkTo(to);
  };
  return {
    settings: {
      POSTIL_SMTP_URL: `smtp://127.0.0.1:${port}`,
      POSTIL_MAIL_FROM: "postil@example.org",
    },
    linkTo,
    stop: () => listener.close(),
  };
}

function takeMail(socket: Socket, onLetter: (letter: Letter) => void): void {
  let all = "";
  socket.on("error", () => {});
  socket.write("220 mail\r\n");
  socket.on("data", (chunk) => {
    const said = String(chunk);
    all += said;
    if (all.endsWith("\r\n.\r\n")) for (const letter of lettersIn(all)) onLetter(letter);
    if (/^QUIT/i.test(said)) socket.end("221 bye\r\n");
    else socket.write(`${answerTo(said)}\r\n`);
  });
}

function answerTo(said: string): string {
  if (/^RCPT TO:<[^>]*@refused\.example>/i.test(said)) return "550 no such box";
  return /^DATA/i.test(said) ? "354 go on" : "250 fine";
}

/** The letter in what was said, if there is a link in it. */
function lettersIn(said: string): Letter[] {
  const text = said.replace(/=\r\n/g, "").replace(/=3D/g, "=");
  const to = /^RCPT TO:<([^>]+)>/m.exec(text)?.[1];
  const link = /http:\/\/\S+#[\w-]{22}/.exec(text)?.[0];
  return to === undefined || link === undefined ? [] : [{ to, link }];
}
