import { z } from 'zod'
import { filed } from './petitioner-events.ts'

/**
 * A case came from another system by a file; it begins with this. Its moment is when that system received it, so
 * that clocks count from there; `importedAt` is when it came here.
 */
export const imported = z.object({
  ...filed.shape,
  kind: z.literal('imported'),
  source: z.string(),
  externalNumber: z.string(),
  importedAt: z.iso.datetime(),
  /** What the petitioner was told there, in order; `at` is an instant, '' where it is not known. */
  history: z.array(z.object({ at: z.string(), by: z.string(), text: z.string() })),
  /** Names of files that did not come with it. */
  leftFiles: z.array(z.string()),
})
