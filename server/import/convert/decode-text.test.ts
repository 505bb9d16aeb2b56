import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOf } from "../unreadable.test-kit.ts";
import { decodeText } from "./decode-text.ts";

const hex = (bytes: string) => new Uint8Array(Buffer.from(bytes, "hex"));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("[G3] the letters of a text", () => {
  test("[G3] are those of its byte order mark, which goes", () => {
    expect(decodeText(hex("efbbbf4772c3bcc39f65"), null)).toBe("Grüße");
    expect(decodeText(hex("fffe470072 00fc00".replace(" ", "")), null)).toBe("Grü");
    expect(decodeText(hex("feff0047007200fc"), "text/plain; charset=koi8-r")).toBe("Grü");
  });

  test("[G3] are those of the charset that came with it, unless it is none or a wrong one", () => {
    expect(decodeText(hex("f0d2c9d7c5d4"), "text/plain; charset=KOI8-R")).toBe("Привет");
    expect(decodeText(utf8("Привет"), 'text/plain; charset="x-unheard-of"')).toBe("Привет");
    expect(decodeText(utf8("naïves"), "text/plain; charset=utf-16")).toBe("naïves");
  });

  test("[G3] are UTF-8 whenever they can be", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (words) => {
        expect(decodeText(utf8(`Élan ${words}`), null)).toBe(`Élan ${words}`);
      }),
    );
  });

  test.each([
    [
      "windows-1252",
      "Les élèves lisent à l’école où naît la curiosité. Ça se voit déjà chez les plus petits : « pourquoi ? », demandent-ils.",
      "TGVzIOls6HZlcyBsaXNlbnQg4CBskuljb2xlIG/5IG5h7nQgbGEgY3VyaW9zaXTpLiDHYSBzZSB2b2l0IGTpauAgY2hleiBsZXMgcGx1cyBwZXRpdHMgOiCrIHBvdXJxdW9pID8guywgZGVtYW5kZW50LWlscy4=",
    ],
    [
      "windows-1251",
      "Дети читают газету в школе. Они отмечают, что утверждается, кто назван и какими словами об этом говорят.",
      "xOXy6CD36PLg/vIg4+Dn5fLzIOIg+Oru6+UuIM7t6CDu8uzl9+D+8iwg9/LuIPPy4uXw5uTg5fLx/ywg6vLuIO3g5+Lg7SDoIOrg6ujs6CDx6+7i4OzoIO7hIP3y7uwg4+7i7vD/8i4=",
    ],
    [
      "shift_jis",
      "子供たちは学校で新聞を読みます。何が主張され、誰の名前が出ていて、どんな言葉で語られるかに印を付けます。",
      "jnGLn4K9gr+CzYp3jVqCxZBWlbeC8JPHgt2C3IK3gUKJvYKqjuWSo4KzguqBQZJOgsyWvJFPgqqPb4LEgqKCxIFBgseC8YLIjL6XdILFjOqC54LqgumCqYLJiPOC8JV0gq+C3IK3gUI=",
    ],
    [
      "gb18030",
      "孩子们在学校读报纸，标出谁说了什么，提到了哪些人，用了什么样的词语。",
      "uqLX08PH1NrRp9CjtsGxqNa9o6yx6rP2y63LtcHLyrLDtKOszOG1vcHLxMTQqcjLo6zTw8HLyrLDtNH5tcS0ytPvoaM=",
    ],
    [
      "windows-1256",
      "يقرأ الأطفال الجريدة في المدرسة ويضعون علامة على ما يقال ومن ذكر وبأي كلمات.",
      "7d7RwyDH4cPY3cfhIMfhzNHtz8kg3e0gx+Hjz9HTySDm7dba5uQg2uHH48kg2uHsIOPHIO3ex+Eg5uPkINDf0SDmyMPtIN/h48fKLg==",
    ],
    ["utf-16le", "Wide", "VwBpAGQAZQA="],
  ])("[G3] are guessed at last: %s", (_, text, base64) => {
    const bytes = new Uint8Array(Buffer.from(base64, "base64"));
    expect(decodeText(bytes, null)).toBe(text);
  });

  test("[G3] of UTF-7 stay what they look like", () => {
    expect(decodeText(utf8("+ADw-script+AD4-"), "text/plain; charset=utf-7")).toBe(
      "+ADw-script+AD4-",
    );
  });

  test("[G3] are none in what is no text", () => {
    const picture = hex("89504e470d0a1a0a0000000d494844520000000100000001080600000");
    expect(endOf(() => decodeText(picture, null))).toBe("file-unknown");
  });

  test("[G3] of any bytes are found, or there are none", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect([null, "file-unknown"]).toContain(endOf(() => decodeText(bytes, null)));
      }),
    );
  });
});
