import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../machine/installation.ts'
import { freePorts } from '../machine/ports.ts'

/**
 * Runs a program inside the desk itself, past every page and permission: a Strapi that is loaded with
 * the desk's own code and data, and serves nobody. The desk must not be running.
 * @param body the body of an async function of `strapi`; what it returns must be JSON
 */
export async function insideDesk<T>(
  dataDir: string,
  body: string,
  settings: Record<string, string> = {},
): Promise<T> {
  const [portalPort, cmsPort] = await freePorts(2)
  const program = `
    const { createStrapi } = require('@strapi/strapi')
    const mark = '\\n=== answer: '
    createStrapi({ appDir: process.cwd(), distDir: process.cwd() + '/dist' }).load()
      .then(async (strapi) => {
        const answer = await (async () => { ${body} })()
        process.stdout.write(mark + JSON.stringify(answer ?? null) + '\\n', () => process.exit(0))
      })
      .catch((error) => { console.error(error); process.exit(1) })`
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], {
    cwd: join(root, 'cms'),
    env: {
      ...process.env,
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
      DATA_DIR: dataDir,
      CONTENT_DIR: join(dataDir, 'content'),
      PORTAL_PORT: String(portalPort),
      CMS_PORT: String(cmsPort),
      ...settings,
    },
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stdout.split('\n=== answer: ')[1] ?? 'null') as T
}
