import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import react from '@astrojs/react'
import { defineConfig } from 'astro/config'
import { pageAdapter } from './page-adapter.ts'
import { prerenderLater } from './prerender-later.ts'
import { standIns } from './stand-ins.ts'

/** The one inline script: it sets type size and contrast before the first paint. */
const displayScript = readFileSync(new URL('./src/layouts/display.inline.js', import.meta.url))
const displayHash = `sha256-${createHash('sha256').update(displayScript).digest('base64')}` as const

/** Browsers of 2019, such as the web view of an old telephone, must read every page. */
const oldestBrowsers = ['chrome74', 'safari13', 'firefox68']

export default defineConfig({
  site: standIns.siteUrl,
  base: standIns.basePath,
  output: 'static',
  adapter: pageAdapter(),
  integrations: [react(), prerenderLater()],
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // As in JSX: a line break in the source is no space, which Chinese text must not have.
  compressHTML: 'jsx',
  scopedStyleStrategy: 'class',
  session: false,
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  security: {
    // The server compares Origin and Sec-Fetch-Site itself: behind a proxy Astro sees another host.
    checkOrigin: false,
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "media-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      scriptDirective: {
        resources: ["'self'"],
        hashes: [displayHash],
      },
    },
  },
  vite: {
    // A release is run from any folder: what the server needs is bundled into it.
    environments: {
      ssr: { resolve: { noExternal: true, external: ['sharp'] } },
    },
    build: { cssTarget: oldestBrowsers },
    worker: { format: 'es' },
    plugins: [
      {
        // Astro sets the target of scripts for browsers itself; a plugin has the last word.
        name: 'oldest-browsers',
        configEnvironment: (name) =>
          name === 'client' ? { build: { target: oldestBrowsers } } : undefined,
      },
    ],
  },
})
