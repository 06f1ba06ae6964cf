import { expect, test, type Page } from 'playwright/test'
import { violations } from './support/axe.ts'
import { portal } from './support/places.ts'

const box = (page: Page) => page.getByRole('main').getByRole('combobox')
const options = (page: Page) => page.getByRole('main').getByRole('option')
const query = (page: Page) => new URL(page.url()).searchParams.get('q')

/** The suggestion files that the page asks for, as it asks. */
function asked(page: Page): string[] {
  const names: string[] = []
  page.on('request', (request) => {
    const name = /\/search-index\/(suggestions|sounds)\.json$/.exec(request.url())?.[1]
    if (name) names.push(name)
  })
  return names
}

test.describe('a citizen is shown suggestions while typing', () => {
  test('pinyin, by keyboard: one is chosen and searched for', async ({ page }) => {
    await page.goto(`${portal}/`)
    await box(page).pressSequentially('xinfang')
    await expect(options(page).first()).toContainText('信访')
    await expect(box(page)).toHaveAttribute('aria-expanded', 'true')
    await expect(page.getByRole('option', { selected: true })).toHaveCount(0)

    await box(page).press('ArrowDown')
    const first = options(page).first()
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await expect(box(page)).toHaveAttribute(
      'aria-activedescendant',
      (await first.getAttribute('id'))!,
    )
    await expect(box(page)).toHaveValue('xinfang')
    const text = await first.innerText()
    await box(page).press('Enter')
    await expect(page).toHaveURL(/\/search\/\?q=/)
    expect(query(page)).toBe(text)
  })

  test('initials find the Regulations', async ({ page }) => {
    await page.goto(`${portal}/`)
    await box(page).pressSequentially('xfgztl')
    await expect(options(page).filter({ hasText: '信访工作条例' }).first()).toBeVisible()
  })

  test('arrows go round; Home, End and Escape lead back to what was typed', async ({ page }) => {
    await page.goto(`${portal}/`)
    await box(page).pressSequentially('信访')
    await expect(options(page).nth(1)).toBeVisible()
    await box(page).press('ArrowUp')
    await expect(options(page).last()).toHaveAttribute('aria-selected', 'true')
    await box(page).press('ArrowDown')
    await expect(page.getByRole('option', { selected: true })).toHaveCount(0)
    for (const key of ['Home', 'End']) {
      await box(page).press('ArrowDown')
      await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
      await box(page).press(key)
      await expect(page.getByRole('option', { selected: true })).toHaveCount(0)
      await expect(box(page)).not.toHaveAttribute('aria-activedescendant')
    }
    await box(page).press('Escape')
    await expect(options(page)).toHaveCount(0)
    await expect(box(page)).toHaveAttribute('aria-expanded', 'false')
    await expect(box(page)).toHaveValue('信访')
    await box(page).press('ArrowDown')
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
  })

  test('Enter alone searches for what was typed', async ({ page }) => {
    await page.goto(`${portal}/`)
    await box(page).pressSequentially('信访')
    await expect(options(page).first()).toBeVisible()
    await box(page).press('Enter')
    await expect(page).toHaveURL(/\/search\/\?q=/)
    expect(query(page)).toBe('信访')
  })

  test('on the search page too, where the list goes when the search is made', async ({ page }) => {
    await page.goto(`${portal}/search/`)
    await box(page).pressSequentially('信访')
    await expect(options(page).first()).toBeVisible()
    const text = await options(page).last().innerText()
    await options(page).last().click()
    await expect(options(page)).toHaveCount(0)
    await expect(box(page)).toHaveValue(text)
    await expect.poll(() => query(page)).toBe(text)
  })

  test('the number of suggestions is said', async ({ page }) => {
    await page.goto(`${portal}/`)
    await box(page).pressSequentially('信访')
    await expect(options(page).first()).toBeVisible()
    const count = await options(page).count()
    const status = page.getByRole('main').locator('form [role="status"]')
    await expect(status).toHaveText(`有 ${count} 条搜索建议，可按上下键选择`)
    await box(page).pressSequentially('卍卍')
    await expect(status).toHaveText('没有搜索建议')
  })

  test('many keys make one request; a slip in Chinese makes one more', async ({ page }) => {
    const names = asked(page)
    await page.goto(`${portal}/`)
    await page.waitForLoadState('networkidle')
    expect(names).toEqual([])
    await box(page).pressSequentially('xinfang')
    await expect(options(page).first()).toBeVisible()
    expect(names).toEqual(['suggestions'])
    await box(page).fill('信仿')
    await expect(options(page).first()).toContainText('信访')
    await box(page).fill('心仿')
    await expect(options(page).first()).toContainText('信访')
    expect(names).toEqual(['suggestions', 'sounds'])
  })

  test('nothing happens while an input method composes', async ({ page }) => {
    await page.goto(`${portal}/`)
    await box(page).focus()
    const keyboard = await page.context().newCDPSession(page)
    await keyboard.send('Input.imeSetComposition', {
      text: 'xinfang',
      selectionStart: 7,
      selectionEnd: 7,
    })
    await expect(box(page)).toHaveValue('xinfang')
    await page.waitForTimeout(300)
    await expect(options(page)).toHaveCount(0)
    await keyboard.send('Input.insertText', { text: '信访' })
    await expect(options(page).first()).toContainText('信访')
    await expect(box(page)).toHaveValue('信访')
  })

  test('without suggestions to be had, the box is a plain one', async ({ page }) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await page.route('**/search-index/*.json', (route) => route.abort())
    await page.goto(`${portal}/`)
    await box(page).pressSequentially('信访')
    await box(page).press('ArrowDown')
    await expect(options(page)).toHaveCount(0)
    await box(page).press('Enter')
    await expect(page).toHaveURL(/\/search\/\?q=/)
    expect(query(page)).toBe('信访')
    expect(faults).toEqual([])
  })

  test('no accessibility violation with the list open', async ({ page }) => {
    await page.goto(`${portal}/`)
    await box(page).pressSequentially('信访')
    await box(page).press('ArrowDown')
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
    expect(await violations(page)).toEqual([])
  })
})

test.describe('on a small telephone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true })

  test('suggestions are big enough to touch, and move nothing', async ({ page }) => {
    await page.goto(`${portal}/`)
    const tops = () =>
      page.evaluate(() =>
        Array.from(document.querySelectorAll('main a, footer')).map(
          (element) => element.getBoundingClientRect().top + window.scrollY,
        ),
      )
    const before = await tops()
    await box(page).tap()
    await box(page).pressSequentially('信访')
    await expect(options(page).first()).toBeVisible()
    expect(await tops()).toEqual(before)
    for (const option of await options(page).all()) {
      expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    const text = await options(page).first().innerText()
    await options(page).first().tap()
    await expect(page).toHaveURL(/\/search\/\?q=/)
    expect(query(page)).toBe(text)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the form asks for the search page', async ({ page }) => {
    await page.goto(`${portal}/`)
    await page.getByRole('main').getByRole('searchbox').fill('信访')
    await page.getByRole('main').getByRole('button', { name: '搜索' }).click()
    await expect(page).toHaveURL(/\/search\/\?q=/)
    expect(query(page)).toBe('信访')
  })
})
