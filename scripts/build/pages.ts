import { join } from 'node:path'
import { build } from 'astro'

/** Builds the pages into `folder`: `client/` for the static files, `server/` for those on demand. */
export async function buildPages(root: string, folder: string): Promise<void> {
  // No office wants its servers to report how they build.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  await build({ root: join(root, 'site'), outDir: folder, logLevel: 'warn' })
}
