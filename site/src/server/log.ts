import { pino } from 'pino'
import type { Logger } from 'pino'

/** JSON lines on standard output. */
export function createLog(): Logger {
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })
}

/**
 * What may be logged of a fault: its kind and where it happened. Messages and causes are left out,
 * because those of parsers and databases quote what they were given.
 */
export function describeFault(error: unknown): { name: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const at = (error.stack ?? '')
    .split('\n')
    .filter((entry) => /^\s+at /.test(entry))
    .slice(0, 12)
    .map((entry) => entry.trim())
  const code = 'code' in error ? { code: String(error.code) } : {}
  return { name: error.name, ...code, at }
}
