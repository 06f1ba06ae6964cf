import { expect, test, type Page } from 'playwright/test'
import { portal } from './support/places.ts'

async function ask(page: Page, words: string): Promise<void> {
  await page.goto(`${portal}/search/?q=${encodeURIComponent(words)}`)
}

/** Asks on the open search page, which answers in the browser. */
async function askHere(page: Page, words: string): Promise<void> {
  // Before the page has its script the server answers, by a page of its own.
  await expect(page.locator('[data-search]')).toHaveAttribute('aria-busy', 'false')
  const box = page.getByRole('main').getByRole('combobox')
  await box.fill(words)
  await box.press('Enter')
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(words.trim())
  await expect(page.locator('[data-search]')).toHaveAttribute('aria-busy', 'false')
}

const hits = (page: Page) => page.locator('[data-result]')
const count = (page: Page) => page.locator('[data-result-count]')

/** The kinds of page that a search can be narrowed to. */
function kinds(page: Page) {
  return page.getByRole('list', { name: '类型' })
}

test.describe('a citizen searches in Chinese', () => {
  test('and lands on the article that matched, where the words are marked', async ({ page }) => {
    await page.goto(`${portal}/`)
    const box = page.getByRole('main').getByRole('combobox')
    await box.fill('第34条')
    await box.press('Enter')
    await expect(page).toHaveURL(/\/search\/\?q=/)
    const hit = hits(page).first()
    await expect(hit).toContainText('信访工作条例')
    await hit
      .getByRole('link', { name: /第三十四条/ })
      .first()
      .click()
    await expect(page).toHaveURL(/petition-work-regulations\/\?mark=.*#article-34$/)
    await expect(page.locator('#article-34')).toBeInViewport()
    await expect(page.locator('main mark').first()).toHaveText('第三十四条')
  })

  test('every kind of page is found, and a kind can be chosen and taken away again', async ({
    page,
  }) => {
    await ask(page, '信访')
    await expect(hits(page).first()).toBeVisible()
    const total = Number(await count(page).innerText())
    expect(total).toBeGreaterThan(20)
    for (const kind of ['条例', '答复公示', '指南', '征文', '微视频']) {
      await expect(
        kinds(page).getByRole('link', { name: new RegExp(`^${kind}`) }),
        kind,
      ).toBeVisible()
    }
    await kinds(page).getByRole('link', { name: /^指南/ }).click()
    await expect(count(page)).not.toHaveText(String(total))
    await expect(page).toHaveURL(/kind=/)
    for (const hit of await hits(page).all()) await expect(hit).toContainText('指南')

    const shared = page.url()
    await page.getByRole('link', { name: /取消类型：\s*指南/ }).click()
    await expect(count(page)).toHaveText(String(total))
    await page.goBack()
    await expect(page).toHaveURL(shared)
    await expect(count(page)).not.toHaveText(String(total))
  })

  test('all results can be read, ten at a time, and sorted by date', async ({ page }) => {
    await ask(page, '信访')
    await page.getByRole('link', { name: /再看 10 篇/ }).click()
    await expect(hits(page)).toHaveCount(20)
    await page.getByRole('link', { name: '最新' }).click()
    await expect(page).toHaveURL(/sort=date/)
    await expect(hits(page)).toHaveCount(10)
    const days = await hits(page)
      .locator('time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''))
    expect(days).toEqual([...days].sort().reverse())
  })

  test('a phrase is found as a phrase, under one mark, without gaps between characters', async ({
    page,
  }) => {
    await ask(page, '处理意见')
    await expect(hits(page).first().locator('mark').first()).toHaveText('处理意见')
    await askHere(page, '复查 复核')
    const marks = await hits(page).first().locator('mark').allInnerTexts()
    expect(new Set(marks)).toEqual(new Set(['复查', '复核']))
  })

  test('what a video says is found, and played from there', async ({ page }) => {
    await page.goto(`${portal}/videos/`)
    const video = await page.locator('main a[href*="/videos/"]').first().getAttribute('href')
    await page.goto(new URL(video ?? '', portal).href)
    const track = await page.locator('track').getAttribute('src')
    const captions = await (await page.request.get(new URL(track ?? '', portal).href)).text()
    const cues = captions
      .trim()
      .split(/\n\n+/)
      .filter((cue) => cue.includes('-->'))
    const said =
      (cues.at(-1) ?? '')
        .split('\n')
        .pop()
        ?.match(/\p{Script=Han}{4,8}/u)?.[0] ?? ''
    await ask(page, said)
    await page
      .getByRole('link', { name: /从 .* 播放/ })
      .first()
      .click()
    await expect(page).toHaveURL(/[?&]t=\d+/)
    const wanted = Number(new URL(page.url()).searchParams.get('t'))
    await expect
      .poll(() =>
        page.locator('#player').evaluate((player) => (player as HTMLVideoElement).currentTime),
      )
      .toBeGreaterThanOrEqual(wanted)
  })

  test('other words for the same are found and named; pinyin and slips are understood', async ({
    page,
  }) => {
    await ask(page, '领导接待日')
    await expect(page.locator('[data-status]')).toContainText('意思相同')
    await expect(hits(page).first()).toBeVisible()
    await askHere(page, 'gongzufang')
    await expect(page.locator('[data-status]')).toContainText('按“公租房”查找')
    await askHere(page, '拖欠公资')
    await expect(page.locator('[data-status]')).toContainText('按“拖欠工资”查找')
    await expect(hits(page).first()).toBeVisible()
  })

  test('what people ask in their own words leads to the guide; what is near says so', async ({
    page,
  }) => {
    await ask(page, '老板不发工资找谁')
    await expect(hits(page).first()).toContainText('拖欠工资，找谁')
    await askHere(page, '楼上漏水量子纠缠')
    await expect(page.locator('[data-status]')).toContainText('不一定是您要找的')
  })

  test('what nobody wrote is answered with ways on', async ({ page }) => {
    await ask(page, '量子纠缠咖啡机')
    await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible()
    await expect(page.getByRole('navigation', { name: '目录' })).toBeVisible()
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
      await expect(page.locator('[data-status]')).not.toBeEmpty()
      await askHere(page, `${words.slice(0, 400)}…`)
      await expect(page.locator('[data-status]')).not.toBeEmpty()
    }
    expect(faults).toEqual([])
    expect(await page.locator('main img').count()).toBe(0)
  })

  test('an index that cannot be fetched is told, with the lists to go on', async ({ page }) => {
    await page.goto(`${portal}/search/`)
    await page.route('**/search-index/**', (route) => route.abort())
    await askHere(page, '信访')
    await expect(page.getByRole('heading', { name: '暂时不能搜索' })).toBeVisible()
    await expect(page.getByRole('navigation', { name: '目录' })).toBeVisible()
    await page.unroute('**/search-index/**')
    await askHere(page, '复查')
    await expect(hits(page).first()).toBeVisible()
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the server answers, narrows and turns the page', async ({ page }) => {
    await page.goto(`${portal}/search/`)
    await page.getByRole('main').getByRole('searchbox').fill('信访')
    await page.getByRole('main').getByRole('button', { name: '搜索' }).click()
    await expect(hits(page)).toHaveCount(10)
    await expect(hits(page).first().locator('mark').first()).toHaveText('信访')
    const first = await hits(page).first().innerText()
    await page.getByRole('link', { name: /再看 10 篇/ }).click()
    await expect(hits(page)).toHaveCount(10)
    expect(await hits(page).first().innerText()).not.toBe(first)
    await kinds(page).getByRole('link', { name: /^征文/ }).click()
    for (const hit of await hits(page).all()) await expect(hit).toContainText('征文')
  })
})
