import { z } from 'zod'

/**
 * What keeps a release from being made: a field of an entry (`essays/a-lamp`, `settings`), or something in a
 * finished file of the site (its path below `client/`). Problems are in the words of staff, never the text itself.
 */
const releaseFault = z.union([
  z.object({ entry: z.string(), field: z.string(), problem: z.string() }),
  z.object({ file: z.string(), problem: z.string() }),
])
export type ReleaseFault = z.infer<typeof releaseFault>

/**
 * What became of a release: the last line that its command writes with `--json`. No fault is named where
 * the machine is at fault and not the content; that is told on the command's error output.
 */
export const releaseOutcome = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), release: z.string() }),
  z.object({ ok: z.literal(false), faults: releaseFault.array() }),
])
export type ReleaseOutcome = z.infer<typeof releaseOutcome>
