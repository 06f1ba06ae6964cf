import { createServer, type AddressInfo } from 'node:net'

/** Ports that are free now; several at once, so that they differ. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0))
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          const tell = () => resolve((server.address() as AddressInfo).port)
          if (server.listening) tell()
          else server.once('listening', tell)
        }),
    ),
  )
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
