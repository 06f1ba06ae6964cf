import { createLog } from './operations/log.ts'

/**
 * Starts the portal, and stops it in order on SIGTERM, on SIGINT, and when the start command that
 * holds the other end of its channel is gone.
 */
async function main(): Promise<void> {
  const log = createLog()
  // Loaded here, so that a bad setting is told in one sentence instead of a stack.
  const { environment } = await import('../environment.ts')
  const { startPortal } = await import('./portal.ts')
  const portal = await startPortal(environment, log)
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await portal.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
}

main().catch((error: unknown) => {
  const expected = error instanceof Error && /^(?:Start|Environment)Error$/.test(error.name)
  console.error(expected ? error.message : error)
  process.exit(1)
})
