import { z } from 'zod'
import { pagePath } from '../entries/address.ts'

/** `redirects.json`: where a page that had another address now stands. */
export const redirect = z.object({ from: pagePath, to: pagePath })
export type Redirect = z.infer<typeof redirect>
