// A square code that cameras read, drawn as one path.

import encodeQR from "qr";
import { classes } from "./classes.ts";

type QrCodeProps = {
  /** What the camera reads. */
  readonly text: string;
  /** What it is, for those who cannot see it. */
  readonly label: string;
  /** Its size. */
  readonly className: string;
};

/** Dark on light in both themes: cameras expect it so. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const rows = encodeQR(text, "raw", { border: 4, ecc: "medium" });
  const dark = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      className={classes("rounded-lg border border-rule", className)}
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
