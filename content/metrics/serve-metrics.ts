import { createServer } from 'node:http'
import { collectDefaultMetrics, Registry } from 'prom-client'

/** An address of this machine on which Prometheus may ask. */
export type MetricsAddress = { host: string; port: number }

/** A registry with what every program of Node tells: memory, processor, event loop, open handles. */
export function createRegistry(program: 'portal' | 'desk'): Registry {
  const registry = new Registry()
  registry.setDefaultLabels({ program })
  collectDefaultMetrics({ register: registry })
  return registry
}

/**
 * Answers `GET /metrics` in Prometheus' text format, and nothing else, on an address of its own: it is no address of
 * the portal or the desk, so that no proxy before them can let it out.
 * @returns what ends it
 * @throws where the address cannot be listened on
 */
export async function serveMetrics(
  registry: Registry,
  { host, port }: MetricsAddress,
): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(503).end(),
    )
  })
  server.requestTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
}
