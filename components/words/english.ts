// All that Postil says, in English: the areas that other languages follow, and the types of their keys.

import account from "./en/account.json";
import annotated from "./en/annotated.json";
import article from "./en/article.json";
import codebook from "./en/codebook.json";
import desk from "./en/desk.json";
import following from "./en/following.json";
import hooks from "./en/hooks.json";
import intake from "./en/intake.json";
import keys from "./en/keys.json";
import library from "./en/library.json";
import list from "./en/list.json";
import margin from "./en/margin.json";
import pages from "./en/pages.json";
import print from "./en/print.json";
import problems from "./en/problems.json";
import saving from "./en/saving.json";
import scheme from "./en/scheme.json";
import space from "./en/space.json";
import take from "./en/take.json";
import talk from "./en/talk.json";
import ui from "./en/ui.json";
import versions from "./en/versions.json";
import view from "./en/view.json";

/** The messages of every area; for the server only, so that no page carries what it does not say. */
export const ENGLISH = {
  account,
  annotated,
  article,
  codebook,
  desk,
  following,
  intake,
  hooks,
  keys,
  library,
  list,
  margin,
  pages,
  print,
  problems,
  saving,
  scheme,
  space,
  take,
  talk,
  ui,
  versions,
  view,
};
