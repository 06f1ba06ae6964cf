import { expect, type Page } from 'playwright/test'
import { acceptedCase, unit } from './support/accepted-case.ts'
import { violations } from './support/axe.ts'
import { test } from './support/staff-browser.ts'
import { cms } from './support/places.ts'

const grouped = (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1 ')
const searchBox = (page: Page) => page.getByRole('searchbox', { name: '搜索办件' })

test('the queue is gone through by keys, and what was asked stays over back and reload', async ({
  atDesk,
}) => {
  const { entry } = await acceptedCase()
  const page = await atDesk('case-clerk')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${cms}/admin/`)
  await page.getByRole('link', { name: '办件', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: '办件', exact: true })).toBeVisible()
  const tabs = page.getByRole('navigation', { name: '办件分栏' })
  // Other tests may have an opinion before a second reader meanwhile.
  await expect(tabs.getByRole('link').filter({ hasNotText: '待审阅' })).toHaveCount(9)

  await page.keyboard.press('/')
  await expect(searchBox(page)).toBeFocused()
  await page.keyboard.type(grouped(entry.number))
  await page.keyboard.press('Enter')
  const row = page.getByRole('row').filter({ hasText: grouped(entry.number) })
  await expect(row).toContainText('已受理，正在办理')
  await expect(row).toContainText(unit)
  await expect(row).toContainText(/还有 \d+ 天/)
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(searchBox(page)).toHaveValue(grouped(entry.number))

  await page.keyboard.press('Escape')
  await expect(searchBox(page)).not.toBeFocused()
  await expect(searchBox(page)).toHaveValue(grouped(entry.number))
  await page.keyboard.press('1')
  await expect(tabs.getByRole('link', { name: /待登记/ })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('status').filter({ hasText: '没有找到' })).toBeVisible()
  await page.getByRole('link', { name: '全部办件里有 1 件' }).click()
  await expect(row).toBeVisible()
  await page.keyboard.press('j')
  const link = row.getByRole('link')
  await expect(link).toBeFocused()
  expect(await violations(page)).toEqual([])

  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(entry.documentId))
  await page.goBack()
  await expect(searchBox(page)).toHaveValue(grouped(entry.number))
  await page.reload()
  await expect(row).toBeVisible()
  await expect(searchBox(page)).toHaveValue(grouped(entry.number))
  await page.getByRole('button', { name: '清除搜索' }).click()
  await expect(searchBox(page)).toHaveValue('')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
})

test('filters narrow the queue, are counted on their button and taken off together', async ({
  atDesk,
}) => {
  await acceptedCase()
  const page = await atDesk('case-clerk')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${cms}/admin/desk`)
  await page.getByRole('button', { name: '筛选和排序' }).click()
  const filters = page.getByRole('group', { name: '筛选' })
  await filters.getByRole('combobox', { name: '办理状态' }).click()
  await page.getByRole('option', { name: '已撤回' }).click()
  await expect(page).toHaveURL(/state=/)
  await expect(page.getByRole('button', { name: '筛选（1 项）' })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(0)
  expect(await violations(page)).toEqual([])
  await filters.getByRole('button', { name: '取消全部筛选' }).click()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
})

test('on a telephone each case is a card with the same facts, and nothing is cut', async ({
  atDesk,
}) => {
  const { entry } = await acceptedCase()
  const page = await atDesk('case-clerk')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${cms}/admin/desk?tab=all`)
  await searchBox(page).fill(entry.number)
  // As a telephone's keyboard does; a pointer would stay over the button and colour it.
  await searchBox(page).press('Enter')
  const cards = page.getByRole('list', { name: '办件', exact: true })
  const card = cards.getByRole('listitem').filter({ hasText: grouped(entry.number) })
  for (const fact of ['已受理，正在办理', unit, '还有', '李秀英']) {
    await expect(card).toContainText(fact)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  const cut = await card.evaluate((element) =>
    [element, ...element.querySelectorAll('*')].some(
      (one) =>
        one instanceof HTMLElement &&
        one.scrollWidth > one.clientWidth + 1 &&
        one.clientWidth > 0 &&
        getComputedStyle(one).overflow !== 'visible',
    ),
  )
  expect(cut).toBe(false)
  expect(await violations(page)).toEqual([])

  // What is typed and not yet searched for stays when the telephone is turned.
  await searchBox(page).fill('路灯')
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(page.getByRole('table')).toBeVisible()
  await expect(searchBox(page)).toHaveValue('路灯')
})

test('the home page leads into each part of the queue in one click', async ({ atDesk }) => {
  await acceptedCase()
  const page = await atDesk('unit-clerk')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${cms}/admin/`)
  const counts = page.getByRole('list', { name: '各栏件数' })
  await counts.getByRole('link', { name: /^办理中 \d+ 件$/ }).click()
  const tabs = page.getByRole('navigation', { name: '办件分栏' })
  await expect(tabs.getByRole('link', { name: /办理中/ })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('row').nth(1)).toContainText(unit)
  // The bureau's parts are none of a unit's.
  await expect(tabs.getByRole('link', { name: /待登记/ })).toHaveCount(0)
})
