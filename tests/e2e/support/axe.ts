import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright/test'

/** What the page does that shuts somebody out, by rule (axe), with the first place of each. */
export async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Two thirds of the time would go into describing what is right, and into a second page, which
    // only frames need; no page of ours has any.
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}
