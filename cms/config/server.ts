import { environment, layout, readSecrets } from '../src/environment.ts'

// Loopback only: staff reach the CMS through the office's own proxy, which brings TLS.
export default () => ({
  host: '127.0.0.1',
  port: environment.cmsPort,
  app: { keys: readSecrets().appKeys },
  dirs: { public: layout.cmsPublic },
  transfer: { remote: { enabled: false } },
  cron: { enabled: true },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
})
