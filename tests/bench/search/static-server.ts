import staticFiles from '@fastify/static'
import fastify from 'fastify'

/** Serves a folder as it lies, on a free port of this machine. */
export async function serveFolder(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const app = fastify({ forceCloseConnections: true })
  await app.register(staticFiles, { root: folder })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url, stop: () => app.close() }
}
