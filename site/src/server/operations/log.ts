import { pino } from 'pino'
import type { DestinationStream, Logger } from 'pino'

/** Names under which petitions, what was typed, and what opens them go through the portal. */
const personal = [
  'petition',
  'posted',
  'typed',
  'fields',
  'body',
  'headers',
  'query',
  'search',
  'url',
  'title',
  'request',
  'facts',
  'grounds',
  'text',
  'comment',
  'phone',
  'address',
  'idNumber',
  'email',
  'organisation',
  'creditCode',
  'contact',
  'representatives',
  'attachments',
  'number',
  'queryCode',
  'statusIdentity',
  'key',
  'proof',
]

const censor = '…'

/** Identity numbers, receipt numbers, mobile numbers and e-mail addresses, wherever they stand. */
const identifying =
  /(?<!\d)(?:\d{17}[\dXx]|\d{16}|(?:\d{4} ){3}\d{4}|1[3-9]\d(?:[ -]?\d{4}){2})(?!\d)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/**
 * JSON lines on standard output. Nothing of a petition is to be handed to it; where that happens all the
 * same, what goes by a personal name or looks like a person's number is left out.
 */
export function createLog(destination: DestinationStream = pino.destination(1)): Logger {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: personal.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor,
      },
      serializers: { err: describeFault, error: describeFault },
      hooks: {
        // Pino would make a fault's own words the message of the line.
        logMethod([first, ...rest], write) {
          if (first instanceof Error) return write.apply(this, [{ err: first }, 'a fault'])
          return write.apply(this, [first, ...rest])
        },
        streamWrite: (line) => line.replace(identifying, censor),
      },
    },
    destination,
  )
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
