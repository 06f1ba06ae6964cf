import { createServer } from 'node:net'

/** Whether a server could listen on this port of this machine now. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
}

/**
 * Makes sure that both servers can listen.
 * @throws naming the setting that chooses another port
 */
export async function requirePorts(ports: Record<string, number>): Promise<void> {
  for (const [setting, port] of Object.entries(ports)) {
    if (await isFree(port)) continue
    throw new Error(
      `端口 ${port} 已被别的程序占用。请关掉那个程序，或换一个端口：${setting}=${port + 100} npm start`,
    )
  }
}
