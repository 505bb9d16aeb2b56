// Property tests play the same games in every run, so that what passed once passes on every machine.
// `SEED=random` plays others, a number those of that seed; what fails prints its own.

import fc from "fast-check";

const { SEED = "1" } = process.env;
if (SEED !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED) });
