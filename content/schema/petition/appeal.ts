import { z } from 'zod'

/** The petitioner's two appeals: 复查 against a unit's reply (art. 35), 复核 against a review (art. 36). */
export const appealLevel = z.enum(['review', 're-review'])
export type AppealLevel = z.infer<typeof appealLevel>

/** The words shown for each appeal. */
export const appealLevels: Record<AppealLevel, string> = { review: '复查', 're-review': '复核' }
