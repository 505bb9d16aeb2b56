import { describe, expect, test } from "vitest";
import { guessLanguage } from "./guess-language.ts";

const SAYS: Readonly<Record<string, string>> = {
  en: "The council closed the bridge because the report of its engineers showed cracks in both of the pillars. The city wants to build a new one in the autumn, and hopes that the money for it will come from the capital before the winter does.",
  de: "Der Rat hat die Brücke geschlossen, weil der Bericht der Prüfer Risse in beiden Pfeilern zeigt. Die Stadt will im Herbst neu bauen und hofft, dass das Geld dafür noch vor dem Winter aus der Hauptstadt kommt, wie es versprochen war.",
  fr: "Le conseil a fermé le pont parce que le rapport de ses ingénieurs montre des fissures dans les deux piliers. La ville veut en construire un nouveau à l’automne et espère que l’argent viendra de la capitale avant l’hiver, comme promis.",
  es: "El consejo ha cerrado el puente porque el informe de sus ingenieros muestra grietas en los dos pilares. La ciudad quiere construir uno nuevo en otoño y espera que el dinero llegue de la capital antes del invierno, como se prometió.",
  ar: "أغلق المجلس الجسر لأن تقرير مهندسيه يظهر تشققات في العمودين معا. وتريد المدينة بناء جسر جديد في الخريف، وتأمل أن يصل المال اللازم لذلك من العاصمة قبل حلول الشتاء، كما وعدت الحكومة سكان المدينة قبل عام من الآن، وكما جاء في بيانها الأخير.",
};

describe("guessing the language of a text", () => {
  test.each(Object.entries(SAYS))("[I20] %s is known by its letters", (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  test("[I20] a few words, figures, and neighbours that are spelled alike are left open", () => {
    expect(guessLanguage("The council closed the bridge.")).toBeNull();
    expect(guessLanguage("12 34 56 ".repeat(60))).toBeNull();
    expect(
      guessLanguage(
        "Regjeringen sier at broen skal stenges fordi rapporten viser sprekker i begge pilarene. Byen vil bygge en ny bro til høsten og håper at pengene kommer fra hovedstaden før vinteren, slik det ble lovet for et år siden.",
      ),
    ).toBeNull();
  });
});
