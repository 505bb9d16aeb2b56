// How Next builds and serves the pages. Types are checked by `npm run check`, not by the build.

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    rules: {
      // Messages are compiled while building, and the browser needs no parser of them.
      "*.json": {
        condition: { path: /^components\/words\/[a-z]+\/[a-z-]+\.json$/ },
        loaders: ["./components/words/compile-loader.mjs"],
        as: "*.js",
      },
      "*.js": {
        condition: { path: /lib0\/buffer\.js$/ },
        loaders: ["./launch/no-buffer-loader.mjs"],
      },
      "*.css": {
        condition: { path: /@fontsource-variable\/[^/]+\/[a-z-]+\.css$/ },
        loaders: ["./app/steady-fonts.mjs"],
      },
      "*.ts": {
        condition: { path: /^components\/.+\/(first-paint|early-hands)-script\.ts$/ },
        loaders: ["./launch/inline-script-loader.mjs"],
        as: "*.js",
      },
    },
    resolveAlias: {
      "use-intl/format-message": "use-intl/format-message/format-only",
      // Yjs warns through it; the form for browsers colours its lines, and brings a checker of schemas along.
      "lib0/logging": "./node_modules/lib0/logging.node.js",
    },
  },
  // A second copy of Yjs in one process breaks its constructor checks.
  serverExternalPackages: ["yjs", "y-protocols", "lib0"],
};
