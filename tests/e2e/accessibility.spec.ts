import { expect, test } from 'playwright/test'
import { violations } from './support/axe.ts'
import { portal } from './support/places.ts'

const kinds = {
  home: '/',
  regulations: '/regulations/',
  regulation: '/regulations/petition-work-regulations/',
  essays: '/essays/',
  essay: '/essays/the-desk-facing-the-door/',
  videos: '/videos/',
  video: '/videos/review-and-re-review/',
  notices: '/notices/',
  notice: '/notices/2025-0725-no-title-deeds-five-years/',
  guides: '/guides/',
  guide: '/guides/time-limits/',
  reception: '/reception/',
  statistics: '/statistics/',
  search: '/search/?q=复查',
  petition: '/petition/',
  question: '/petition/where/',
  resume: '/petition/resume/',
  track: '/petition/track/',
  'open data': '/open-data/',
  feedback: '/feedback/',
  privacy: '/privacy/',
  accessibility: '/accessibility/',
  'site map': '/sitemap/',
  'not found': '/no-such-page/',
}

for (const [kind, path] of Object.entries(kinds)) {
  test(`${kind}: no violation, no sideways scrolling at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`${portal}${path}`)
    await page.waitForLoadState('networkidle')
    expect(await violations(page)).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
  })
}

test('the form with its faults', async ({ page }) => {
  await page.goto(`${portal}/petition/`)
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  expect(await violations(page)).toEqual([])
})

test('dark and high-contrast themes', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const path of [kinds.home, kinds.regulation, kinds.notice, kinds.petition]) {
    await page.goto(`${portal}${path}`)
    expect(await violations(page), path).toEqual([])
  }
})
