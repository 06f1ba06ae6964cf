/** What a reader met who asked for pages again and again. */
type Reading = { requests: number; failed: string[] }

/**
 * Reads pages of a portal in a loop until it is stopped, some thirty a second: more would measure how
 * the machine's cores are shared. A page counts as failed where it does not
 * answer with 200, or is not whole.
 */
export function readInLoop(portal: string, paths: string[]): { stop(): Promise<Reading> } {
  let stopped = false
  const reading: Reading = { requests: 0, failed: [] }
  const loop = (async () => {
    while (!stopped) {
      for (const path of paths) {
        reading.requests += 1
        try {
          const response = await fetch(portal + path)
          const text = await response.text()
          const whole = !path.endsWith('/') || text.trimEnd().endsWith('</html>')
          if (response.status !== 200) reading.failed.push(`${path} ${response.status}`)
          else if (!whole) reading.failed.push(`${path} is half a page`)
        } catch (error) {
          reading.failed.push(`${path} ${(error as Error).message}`)
        }
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    }
  })()
  return {
    async stop() {
      stopped = true
      await loop
      return reading
    },
  }
}
