// The sign of Postil: lines of text, and a pen stroke in the margin beside them.

/** Drawn in the colour of the text around it; decorative, so name the link that holds it. */
export function PostilMark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <g stroke="currentColor" strokeWidth="1.75" strokeLinecap="round">
        <path d="M3 5h9M3 10h6M3 15h9" />
        <path d="M16 3c2.2 3.8 2.2 9.6 0 14" stroke="var(--framing-line)" />
      </g>
    </svg>
  );
}
