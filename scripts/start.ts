import { join } from 'node:path'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { readEnvironment } from '@portal/content/schema/operation/environment'
import { sealDeskKey } from './keys/desk-key.ts'
import { missingRecovery } from './keys/office-keys.ts'
import { exists } from './exists.ts'
import { step } from './progress.ts'
import { buildCms, cmsProgram } from './start/cms.ts'
import { requireDisk } from './start/disk.ts'
import { requireMoved } from './start/moved.ts'
import { requirePorts } from './start/ports.ts'
import { buildPortal, portalProcess, portalProgram } from './start/portal.ts'
import { ensureSecrets } from './start/secrets.ts'
import { startServer, type Server } from './start/server.ts'

const servers: Server[] = []

/** Ends the servers in order; called once, by a signal or by a fault. */
async function stopAll(): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()))
}

async function start(): Promise<void> {
  const environment = readEnvironment(process.env)
  const layout = dataLayout(environment.dataDir)
  const { root, portalPort, cmsPort, portalOrigin, siteUrl, basePath } = environment
  const env = { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' }
  const log = (name: string) => join(environment.dataDir, 'logs', `${name}.log`)

  await requireDisk(environment.dataDir)
  await requirePorts({ PORTAL_PORT: portalPort, CMS_PORT: cmsPort })
  await requireMoved(environment)
  await ensureSecrets(layout)
  await sealDeskKey(layout)
  const warning = await missingRecovery(layout)
  await buildCms(root, env)
  await buildPortal(environment, layout, env)

  const { args, env: small } = portalProcess(portalProgram(root))
  const portal = `${portalOrigin}${basePath}`
  const cms = `http://127.0.0.1:${cmsPort}`
  await step('启动门户和管理后台，第一次要写入初始内容', async (progress) => {
    const started = await Promise.allSettled([
      startServer(
        '门户',
        args,
        join(root, 'site'),
        { ...env, ...small },
        `${portal}/healthz`,
        log('portal'),
      ),
      startServer(
        '管理后台',
        [cmsProgram(root)],
        join(root, 'cms'),
        env,
        `${cms}/_health`,
        log('cms'),
        progress,
      ),
    ])
    for (const result of started) if (result.status === 'fulfilled') servers.push(result.value)
    for (const result of started) if (result.status === 'rejected') throw result.reason
  })
  const logins = (await exists(layout.firstLogin)) ? `\n  登录账号   ${layout.firstLogin}` : ''
  console.log(`
  门户       ${siteUrl}${basePath}/
  管理后台   http://localhost:${cmsPort}/admin${logins}
  运行记录   ${join(environment.dataDir, 'logs')}
${warning ? `\n  注意：${warning}\n` : ''}
  按 Ctrl-C 停止。`)
  throw await Promise.race(servers.map((server) => server.ended))
}

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    process.stderr.write('\n正在停止…\n')
    void stopAll().then(() => process.exit(0))
  })
}

start().catch(async (error: unknown) => {
  if (stopping) return
  stopping = true
  console.error(`\n✗ ${(error as Error).message}`)
  await stopAll()
  process.exit(1)
})
