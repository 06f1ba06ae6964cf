import { expect, test } from 'playwright/test'
import { portal } from './support/places.ts'

test.describe('a citizen reads', () => {
  test('the Regulations: contents, an address for each article, guide, previous and next', async ({
    page,
  }) => {
    await page.goto(`${portal}/`)
    await page.getByRole('navigation').getByRole('link', { name: '条例' }).first().click()
    await page.getByRole('link', { name: '信访工作条例' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: '信访工作条例' })).toBeVisible()
    await expect(page.getByText('第三章 信访事项的提出和受理').first()).toBeVisible()
    await expect(page.locator('article[id^="article-"]')).toHaveCount(50)

    await page.goto(`${portal}/regulations/petition-work-regulations/#article-34`)
    const article = page.locator('#article-34')
    await expect(article).toBeInViewport()
    await expect(article).toContainText('60')
    await article.getByRole('link', { name: '下一条' }).click()
    await expect(page).toHaveURL(/#article-35$/)
    await page.locator('#article-35').getByRole('link', { name: '上一条' }).click()
    await expect(page).toHaveURL(/#article-34$/)
  })

  test('where the official text is to be had, until the office has imported it', async ({
    page,
  }) => {
    await page.goto(`${portal}/regulations/petition-work-regulations/`)
    await expect(page.getByText('不是条例原文')).toBeVisible()
    const source = page.getByRole('link', { name: /国家信访局网站/ })
    await expect(source).toHaveAttribute('href', /^https:/)
  })

  test('an essay, a result notice, a guide and the reception timetable', async ({ page }) => {
    await page.goto(`${portal}/essays/`)
    await page
      .getByRole('main')
      .getByRole('heading', { level: 2 })
      .first()
      .getByRole('link')
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

    await page.goto(`${portal}/notices/`)
    await page
      .getByRole('link', { name: /公安政法/ })
      .first()
      .click()
    await page.getByRole('link', { name: '被电信诈骗的钱什么时候能退' }).first().click()
    for (const fact of ['诉求', '结果', '依据', '承办单位']) {
      await expect(page.getByRole('main').getByText(fact).first()).toBeVisible()
    }

    await page.goto(`${portal}/guides/`)
    await expect(page.getByRole('heading', { name: '哪类事项归哪里管' })).toBeVisible()

    await page.goto(`${portal}/reception/`)
    await expect(page.getByRole('table').first()).toContainText('区委书记')
  })

  test('a micro-video plays, with captions and a transcript', async ({ page }) => {
    await page.goto(`${portal}/videos/`)
    await page
      .getByRole('main')
      .getByRole('link', { name: /六十日/ })
      .first()
      .click()
    const video = page.locator('video')
    await expect(page.getByRole('heading', { name: '文字稿' })).toBeVisible()
    await video.evaluate((element: HTMLVideoElement) => element.play())
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(0.5)
    const cues = () =>
      video.evaluate((element: HTMLVideoElement) => element.textTracks[0]?.cues?.length ?? 0)
    await expect.poll(cues).toBeGreaterThan(5)
  })

  test('an unknown page says so and shows ways on', async ({ page }) => {
    const response = await page.goto(`${portal}/no-such-page/`)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
    await expect(page.getByRole('main')).toContainText('0000-7000000')
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('every kind of page can be read', async ({ page }) => {
    for (const path of ['/', '/regulations/petition-work-regulations/', '/notices/', '/search/']) {
      const response = await page.goto(`${portal}${path}`)
      expect(response?.status(), path).toBe(200)
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    }
  })
})
