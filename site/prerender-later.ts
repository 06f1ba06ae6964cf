import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

const entry = fileURLToPath(new URL('./src/prerender.ts', import.meta.url))

/**
 * Keeps the program that renders the static pages, in `prerender/` beside `client/` and `server/`,
 * instead of running it once and throwing it away. Bundling takes most of a build's time and the
 * code seldom changes; a publication only renders.
 * See https://docs.astro.build/en/reference/modules/astro-static-paths/
 */
export function prerenderLater(): AstroIntegration {
  let built: URL
  let kept: URL
  return {
    name: 'prerender-later',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            environments: {
              prerender: {
                // Astro looks for a file that begins like this.
                build: { rolldownOptions: { output: { entryFileNames: 'prerender-entry.mjs' } } },
              },
            },
            plugins: [
              {
                name: 'prerender-later',
                configEnvironment: (name: string) =>
                  name === 'prerender'
                    ? { build: { rolldownOptions: { input: entry } } }
                    : undefined,
              },
            ],
          },
        })
      },
      'astro:config:done': ({ config }) => {
        built = new URL('./.prerender/', config.build.server)
        kept = new URL('./prerender/', config.outDir)
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'prerender-later',
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('pages are rendered when a release is made')),
          teardown: () => cp(built, kept, { recursive: true }),
        })
      },
    },
  }
}
