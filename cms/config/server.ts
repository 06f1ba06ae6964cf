import { chmodSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { environment, layout } from '../src/environment.ts'
import { readSecrets } from '../src/secrets.ts'

// Loopback only: staff reach the CMS through the office's own proxy, which brings TLS.
export default () => {
  // Strapi does not make it and does not start without it.
  mkdirSync(join(layout.cmsPublic, 'uploads'), { recursive: true, mode: 0o700 })
  // Made by an earlier version, it may be open to other accounts of the machine.
  chmodSync(dirname(layout.cmsPublic), 0o700)
  return {
    host: '127.0.0.1',
    port: environment.cmsPort,
    app: { keys: readSecrets().appKeys },
    // Longer than a proxy keeps a connection: one that the CMS closes first may be closed under a request.
    http: { serverOptions: { keepAliveTimeout: 75_000 } },
    dirs: { public: layout.cmsPublic },
    transfer: { remote: { enabled: false } },
    cron: { enabled: true },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
  }
}
