// The article on the server's HTML, annotated with @recogito/text-annotator. `?renderer=` names one of its two.

import { createTextAnnotator, Origin, type TextAnnotation } from "@recogito/text-annotator";
import "@recogito/text-annotator/text-annotator.css";
import { connect } from "./relay.ts";

const renderer = new URLSearchParams(location.search).get("renderer");
const article = document.querySelector("article") ?? document.body;
const annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(article, {
  renderer: renderer === "CSS_HIGHLIGHTS" ? renderer : "SPANS",
});

connect((content) => {
  const annotation: TextAnnotation = JSON.parse(new TextDecoder().decode(content));
  annotator.state.store.addAnnotation(annotation, Origin.REMOTE);
});

const answer = await fetch("annotations.json");
// `setAnnotations` of these versions leaves them unpainted until the window is resized
annotator.state.store.bulkAddAnnotations(await answer.json(), true, Origin.REMOTE);
