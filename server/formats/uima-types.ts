// Our layer, as UIMA declares types. INCEpTION makes a layer of it where layers are imported.

import { OWN_FEATURES } from "./cas.ts";
import type { NamedFile } from "./format.ts";
import { textFile } from "./text-file.ts";
import { TYPES_FILE } from "./uima-cas-xmi-reader.ts";
import { LAYER } from "./webanno-tsv-reader.ts";

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The file of types, to stand beside those of annotators. */
export const typesFile = (): NamedFile => textFile(TYPES_FILE, typeSystem());

function typeSystem(): string {
  const features = OWN_FEATURES.map(
    (name) =>
      `        <featureDescription><name>${name}</name><description/><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>`,
  );
  return [
    `${DECLARATION}<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">`,
    "  <types>",
    "    <typeDescription>",
    `      <name>${LAYER}</name>`,
    "      <description/>",
    "      <supertypeName>uima.tcas.Annotation</supertypeName>",
    ...["      <features>", ...features, "      </features>"],
    "    </typeDescription>",
    "  </types>",
    "</typeSystemDescription>\n",
  ].join("\n");
}
