import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

const entry = fileURLToPath(new URL('./src/page-renderer.ts', import.meta.url))

/**
 * Compiles the pages that are rendered on demand into `server/entry.mjs`, which renders one to a web
 * `Response` and leaves HTTP to the portal's own server.
 * See https://docs.astro.build/en/reference/adapter-reference/
 */
export function pageAdapter(): AstroIntegration {
  return {
    name: 'page-adapter',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => updateConfig({ build: { redirects: false } }),
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name: 'page-adapter',
          entrypointResolution: 'auto',
          serverEntrypoint: entry,
          adapterFeatures: { buildOutput: 'server', middlewareMode: 'classic' },
          supportedAstroFeatures: {
            hybridOutput: 'stable',
            staticOutput: 'stable',
            serverOutput: 'stable',
            sharpImageService: 'stable',
          },
        }),
    },
  }
}
