// How Next builds and serves the pages. Types are checked by `npm run check`, not by the build.

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true },
  // A second copy of Yjs in one process breaks its constructor checks.
  serverExternalPackages: ["yjs", "y-protocols", "lib0"],
};
