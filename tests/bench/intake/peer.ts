import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root } from '../../support/machine/installation.ts'

const secret = 'benchmark-only-0123456789abcdef0'
const module = (value: string) => `module.exports = ${value}\n`
const core = (kind: string, options = '') =>
  module(`require('@strapi/strapi').factories.createCore${kind}('api::entry.entry'${options})`)

/** A Strapi as it is set up by default, with one plain type and nothing of ours. */
const files: Record<string, string> = {
  'package.json': JSON.stringify({ name: 'peer', version: '0.0.0', private: true, strapi: {} }),
  'config/server.js': module(`{
    host: '127.0.0.1', port: Number(process.env.PEER_PORT), app: { keys: ['${secret}'] },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
  }`),
  'config/admin.js': module(`{
    auth: { secret: '${secret}' }, apiToken: { salt: '${secret}' },
    transfer: { token: { salt: '${secret}' } }, secrets: { encryptionKey: '${secret}' },
    serveAdminPanel: false, flags: { nps: false, promoteEE: false },
  }`),
  'config/database.js': module(`{
    connection: {
      client: 'sqlite', connection: { filename: 'data.db' }, useNullAsDefault: true,
      pool: { afterCreate(connection, done) {
        connection.pragma('journal_mode = WAL')
        connection.pragma('synchronous = FULL')
        done(null, connection)
      } },
    },
  }`),
  'config/middlewares.js': module(`[
    'strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::poweredBy',
    'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public',
  ]`),
  'src/api/entry/content-types/entry/schema.json': JSON.stringify({
    kind: 'collectionType',
    collectionName: 'entries',
    info: { singularName: 'entry', pluralName: 'entries', displayName: 'Entry' },
    options: { draftAndPublish: false },
    attributes: { title: { type: 'string' }, text: { type: 'text' } },
  }),
  'src/api/entry/routes/entry.js': core('Router'),
  'src/api/entry/controllers/entry.js': core('Controller'),
  'src/api/entry/services/entry.js': core('Service'),
  'public/uploads/.keep': '',
  'start.js': `
    const app = require('@strapi/strapi').createStrapi({ appDir: __dirname, distDir: __dirname })
    app.start().then(async () => {
      const { accessKey } = await app.service('admin::api-token').create({
        kind: 'content-api', name: 'intake', description: '', type: 'full-access', lifespan: null,
      })
      process.send({ token: accessKey })
    })
    process.on('disconnect', () => process.exit(0))
  `,
}

/** A peer that takes entries at `url` with its API token until it is stopped. */
type Peer = { url: string; token: string; stop(): void }

/** Starts Strapi on a SQLite of its own below `folder`, durable at every commit as the mailbox is. */
export async function startPeer(folder: string, port: number): Promise<Peer> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const child = fork(join(folder, 'start.js'), {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
      PEER_PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(() => {
    throw new Error('Strapi ended before it could be measured')
  })
  // A stop at the end is no fault, and nobody waits then.
  ended.catch(() => undefined)
  const [{ token }] = (await Promise.race([once(child, 'message'), ended])) as [{ token: string }]
  return {
    url: `http://127.0.0.1:${port}/api/entries`,
    token,
    stop: () => void child.kill('SIGKILL'),
  }
}
