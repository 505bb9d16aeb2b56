"use client";
// Says that the page is alive: from now on, what is pressed is answered.

import { useEffect } from "react";
import { ALIVE } from "./alive-event.ts";

export function Alive() {
  useEffect(() => {
    document.dispatchEvent(new Event(ALIVE));
  }, []);
  return null;
}
