import { expect } from 'playwright/test'
import { violations } from './support/axe.ts'
import { cms } from './support/places.ts'
import { test } from './support/staff-browser.ts'

const home: [role: string, book: string, chapter: string][] = [
  ['publicity-author', '宣传人员手册', '写一篇内容'],
  ['case-clerk', '办件人员手册', '看有什么要办'],
  ['leading-official', '包案领导和审计员手册', '包案领导'],
  ['auditor', '包案领导和审计员手册', '审计员'],
  ['administrator', '管理员手册', '安装'],
]
for (const [role, book, chapter] of home) {
  test(`the handbook of ${role} is opened from the home page`, async ({ atDesk }) => {
    const page = await atDesk(role)
    await page.goto(`${cms}/admin/`)
    await page.getByRole('main').getByRole('link', { name: book }).click()
    await expect(page.getByRole('heading', { level: 1, name: book })).toBeVisible()
    await expect(
      page.getByRole('heading', { level: 2, name: new RegExp(`\\d\\. ${chapter}$`) }),
    ).toBeVisible()
    await page.getByRole('link', { name: '← 全部手册' }).click()
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(book)
  })
}

for (const [name, width, height] of [
  ['a desk', 1280, 900],
  ['a telephone', 390, 800],
] as const) {
  test(`a chapter opens beside the work that it is about, with its pictures, at ${name}`, async ({
    atDesk,
  }) => {
    const page = await atDesk('case-clerk')
    await page.setViewportSize({ width, height })
    await page.goto(`${cms}/admin/desk/register`)
    const opened = page.waitForEvent('popup')
    await page.getByRole('link', { name: '怎么用：登记来访来信来电' }).click()
    const book = await opened
    await book.setViewportSize({ width, height })
    const chapter = book.getByRole('heading', { level: 2, name: '2. 登记来访、来信、来电' })
    await expect(chapter).toBeFocused()
    await expect(chapter).toBeInViewport()
    const picture = book.getByRole('figure').filter({ hasText: '登记的表' }).locator('img')
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(300)
    expect(await violations(book)).toEqual([])
    const wider = await book.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wider).toBeLessThanOrEqual(0)
    await book.close()
  })
}

test('a handbook is printed whole, on A4, without the desk around it', async ({ atDesk }) => {
  const page = await atDesk('case-clerk')
  await page.goto(`${cms}/admin/handbook/cases`)
  await expect(page.getByRole('heading', { level: 2, name: /任何时候都不能做的/ })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation').first()).toBeHidden()
  await expect(page.getByRole('button', { name: '打印这一册' })).toBeHidden()
  const last = page.getByRole('heading', { level: 2, name: /任何时候都不能做的/ })
  const { clipped } = await last.evaluate((heading) => {
    // What scrolls on the screen would be cut off on paper.
    let clipped = false
    for (let up = heading.parentElement; up; up = up.parentElement) {
      if (up.scrollHeight > up.clientHeight + 1 && getComputedStyle(up).overflowY !== 'visible')
        clipped = true
    }
    return { clipped }
  })
  expect(clipped).toBe(false)
})
