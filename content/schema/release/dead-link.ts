import { z } from 'zod'

/** `dead-links.json` of a release: a page of the site, and an address on it that leads nowhere. */
export const deadLink = z.object({ page: z.string(), to: z.string() })
export type DeadLink = z.infer<typeof deadLink>
