import { expect, test, type Page } from 'playwright/test'
import { portal } from './places.ts'

async function ask(page: Page, words: string): Promise<void> {
  await page.goto(`${portal}/search/?q=${encodeURIComponent(words)}`)
}

/** The kinds of page that a search can be narrowed to. */
function kinds(page: Page) {
  return page.getByRole('list', { name: '类型' })
}

test.describe('a citizen searches in Chinese', () => {
  test('and lands on the article that matched', async ({ page }) => {
    await page.goto(`${portal}/`)
    await page.getByRole('main').getByRole('searchbox').fill('复查')
    await page.getByRole('main').getByRole('button', { name: '搜索' }).click()
    await expect(page).toHaveURL(/\/search\/\?q=/)
    await kinds(page).getByRole('link', { name: /^条例/ }).click()
    const hit = page.locator('[data-result]').first()
    await expect(hit).toContainText('信访工作条例')
    await expect(hit.locator('mark').first()).toHaveText('复查')
    await hit
      .getByRole('link', { name: /第三十五条/ })
      .first()
      .click()
    await expect(page).toHaveURL(/petition-work-regulations\/#article-35$/)
    await expect(page.locator('#article-35')).toBeInViewport()
  })

  test('every kind of page is found, and a kind can be chosen', async ({ page }) => {
    await ask(page, '信访')
    await expect(page.locator('[data-result]').first()).toBeVisible()
    const total = Number(await page.locator('[data-result-count]').innerText())
    expect(total).toBeGreaterThan(20)
    for (const kind of ['条例', '答复公示', '指南', '征文', '微视频']) {
      await expect(
        kinds(page).getByRole('link', { name: new RegExp(`^${kind}`) }),
        kind,
      ).toBeVisible()
    }
    await kinds(page).getByRole('link', { name: /^指南/ }).click()
    await expect(page.locator('[data-result-count]')).not.toHaveText(String(total))
    await expect(page).toHaveURL(/kind=/)
    for (const hit of await page.locator('[data-result]').all()) {
      await expect(hit).toContainText('指南')
    }
  })

  test('a phrase is found as a phrase, and shown without gaps between characters', async ({
    page,
  }) => {
    await ask(page, '处理意见')
    const hits = page.locator('[data-result]')
    await expect(hits.first()).toBeVisible()
    await expect(hits.first().locator('mark').first()).toHaveText('处理意见')
  })

  test('what nobody wrote is answered with ways on', async ({ page }) => {
    await ask(page, '量子纠缠咖啡机')
    await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible()
  })

  test('quotes, emoji, mark-up and very long queries do no harm', async ({ page }) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    for (const words of [
      '"',
      '“”',
      '😀',
      '<img src=x onerror=alert(1)>',
      '，。',
      '访'.repeat(500),
    ]) {
      await ask(page, words)
      await expect(page.getByRole('searchbox').first()).toBeVisible()
      await expect(page.locator('[data-status]')).not.toBeEmpty()
    }
    expect(faults).toEqual([])
    expect(await page.locator('main img').count()).toBe(0)
  })
})
