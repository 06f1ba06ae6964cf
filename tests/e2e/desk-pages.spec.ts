import { expect, type Page } from 'playwright/test'
import { acceptedCase, unit } from './support/accepted-case.ts'
import { violations } from './support/axe.ts'
import { cms } from './support/places.ts'
import { staff, test } from './support/staff-browser.ts'

// The desk's own pages for everybody who has one: nobody is shut out, nothing is cut on a telephone, in both themes.

type Shown = { role: string; path: string; heading: string | RegExp }

const pages: Shown[] = [
  { role: 'case-clerk', path: '/desk/calendar', heading: '期限日历' },
  { role: 'case-clerk', path: '/desk/units', heading: '各单位办理情况' },
  { role: 'case-clerk', path: '/desk/figures', heading: '统计' },
  { role: 'case-clerk', path: '/desk/paper-templates', heading: '文书模板' },
  { role: 'leading-official', path: '/leading', heading: '包案和接访' },
  { role: 'administrator', path: '/desk/watch', heading: '需要留意的' },
  { role: 'auditor', path: '/desk/views', heading: '查阅记录' },
]

/** Goes through a page at a desk, on a telephone, and there in the dark. */
async function lookAt(page: Page, path: string, heading: string | RegExp): Promise<void> {
  for (const [theme, widths] of [
    ['light', [1280, 390]],
    ['dark', [390]],
  ] as const) {
    await page.addInitScript((chosen) => localStorage.setItem('STRAPI_THEME', chosen), theme)
    await page.setViewportSize({ width: widths[0], height: 844 })
    await page.goto(`${cms}/admin${path}`)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 })
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
      await expect(page.getByText(/^正在/)).toHaveCount(0)
      const where = `${path} at ${width} in ${theme}`
      expect(await violations(page), where).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect(wide, where).toBe(false)
    }
  }
}

for (const { role, path, heading } of pages) {
  test(`${path} is for everybody, also on a telephone and in the dark (${role})`, async ({
    atDesk,
  }) => {
    await lookAt(await atDesk(role), path, heading)
  })
}

test('the pages of a case that an official has taken on, and of its notice, are for everybody', async ({
  atDesk,
}) => {
  test.setTimeout(180_000)
  const { entry, take } = await acceptedCase()
  const text = '一、诉求\n请修好路灯。\n\n三、处理意见\n已经全部更换，联系电话 13912345678。'
  await take({ kind: 'reply', unit, text })
  const clerk = await staff('case-clerk')
  const door = `/desk/cases/${entry.documentId}/leading`
  const { officials, seen } = (await clerk.call('GET', door)).body as {
    officials: { id: string }[]
    seen: object
  }
  const asked = { kind: 'take-on', official: officials[0]?.id, dueOn: null, note: '', seen }
  expect((await clerk.call('POST', door, asked)).status).toBe(200)
  const page = await atDesk('case-clerk')
  await lookAt(page, `/desk/cases/${entry.documentId}/notice`, /^起草公示：/)
  await lookAt(page, `/desk/cases/${entry.documentId}`, String(entry.title))
  await lookAt(
    await atDesk('leading-official'),
    `/leading/cases/${entry.documentId}`,
    String(entry.title),
  )
})
