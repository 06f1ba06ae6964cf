import { statfs } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { Gauge, Histogram, type Registry } from 'prom-client'
import {
  createRegistry,
  serveMetrics,
  type MetricsAddress,
} from '@portal/content/metrics/serve-metrics'
import type { Backlog } from '../../petition/ports.ts'
import { StartError } from './start-error.ts'

/** The parts of the portal, by the first words of a path below `BASE_PATH`; all else is pages and their files. */
const areas = [
  ['attachments', /^\/petition\/attachments\//],
  ['track', /^\/petition\/(?:track|resume)\//],
  ['petition', /^\/petition\//],
  ['search', /^\/search\//],
  ['feedback', /^\/feedback\//],
  ['mailbox', /^\/mailbox\//],
  ['health', /^\/healthz$/],
] as const

/** Which part of the portal a path belongs to: never the path itself, which may hold a receipt number. */
export function areaOf(path: string): string {
  return areas.find(([, pattern]) => pattern.test(path))?.[0] ?? 'pages'
}

/**
 * Counts and times requests by part, method and status: a filing is a `POST` of `petition` with 2xx or 303, a refusal
 * one with 4xx. `cut` is what was not answered whole.
 */
function measureRequests(app: FastifyInstance, registry: Registry, basePath: string): void {
  const seconds = new Histogram({
    name: 'portal_request_seconds',
    help: 'Time from the head of a request to the end of its answer',
    labelNames: ['area', 'method', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.3, 1, 3, 10, 60],
    registers: [registry],
  })
  app.addHook('onRequest', async ({ method, originalUrl }, { raw }) => {
    const [path = ''] = originalUrl.split('?', 1)
    const labels = { area: areaOf(path.slice(basePath.length)), method }
    const started = performance.now()
    raw.once('close', () => {
      const status = raw.writableFinished ? String(raw.statusCode) : 'cut'
      seconds.observe({ ...labels, status }, (performance.now() - started) / 1000)
    })
  })
}

type Watched = {
  backlog: () => Promise<Backlog>
  dataDir: string
  now: () => Date
}

/** What waits for the office, and how much of the disk is free; read when it is asked for. */
function watchStores(registry: Registry, { backlog, dataDir, now }: Watched): void {
  const registers = [registry]
  const oldest = new Gauge({
    name: 'portal_mailbox_oldest_seconds',
    help: 'Age of the oldest message that the office has not collected; 0 where none waits',
    registers,
  })
  new Gauge({
    name: 'portal_mailbox_messages',
    help: 'Messages that the office has not collected',
    registers,
    async collect() {
      const waiting = await backlog()
      this.set(waiting.messages)
      const age = waiting.oldest ? now().getTime() - waiting.oldest.getTime() : 0
      oldest.set(Math.max(0, age / 1000))
    },
  })
  new Gauge({
    name: 'portal_disk_free_bytes',
    help: 'Free bytes of the disk that holds DATA_DIR',
    registers,
    async collect() {
      const { bavail, bsize } = await statfs(dataDir)
      this.set(bavail * bsize)
    },
  })
}

type Measured = Watched & { address: MetricsAddress | null; basePath: string }

/**
 * Measures the portal for Prometheus, where an address is set.
 * @returns what ends it
 * @throws StartError where the address cannot be listened on
 */
export async function startMetrics(
  app: FastifyInstance,
  { address, basePath, ...watched }: Measured,
): Promise<() => Promise<void>> {
  if (!address) return async () => {}
  const registry = createRegistry('portal')
  measureRequests(app, registry, basePath)
  watchStores(registry, watched)
  return serveMetrics(registry, address).catch((cause: unknown) => {
    throw new StartError(
      `PORTAL_METRICS 的地址 ${address.host}:${address.port} 用不了：这台机器没有这个地址，或者端口已被占用。`,
      { cause },
    )
  })
}
