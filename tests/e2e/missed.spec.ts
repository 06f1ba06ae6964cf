import { expect } from 'playwright/test'
import { test } from './support/staff-browser.ts'
import { cms, portal } from './support/places.ts'
import { state } from './support/publicity.ts'

/** Others who sought the same and did not find it, each from an address of their own. */
async function others(words: string, count: number): Promise<void> {
  for (let nth = 1; nth <= count; nth += 1) {
    const { status } = await fetch(`${portal}/search/missed`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.100.${nth}` },
      body: JSON.stringify({ query: words }),
    })
    expect(status).toBe(204)
  }
}

test('what citizens sought and did not find is mended from the desk’s home page', async ({
  page: reader,
  atDesk,
}) => {
  test.setTimeout(300_000)
  const [asked, nonsense, wanted] = ['鳜鳔胶囊', '囫囵龃龉', '饕餮貔貅']
  await reader.goto(`${portal}/search/`)
  await reader.getByRole('main').getByRole('combobox').fill(asked)
  await reader.getByRole('main').getByRole('button', { name: '搜索' }).click()
  // Counted by the server where it answers before the script is there, else told by the browser.
  await expect(reader.getByRole('heading', { name: '没有找到' })).toBeVisible()
  await others(asked, 4)
  await others(nonsense, 5)
  await others(wanted, 6)

  const publisher = await atDesk('publicity-publisher')
  await publisher.goto(`${cms}/admin/`)
  const list = publisher.getByRole('list', { name: '没有找到的词' })
  await expect(list.getByRole('listitem', { name: asked })).toContainText('搜过 5 次', {
    timeout: 30_000,
  })
  await list
    .getByRole('listitem', { name: nonsense })
    .getByRole('button', { name: '不用管' })
    .click()
  await expect(list.getByRole('listitem', { name: nonsense })).toHaveCount(0)

  const item = list.getByRole('listitem', { name: asked })
  await item.getByRole('button', { name: '加到一页的问法' }).click()
  await item.getByRole('textbox', { name: '加到哪一页' }).fill('领导接访')
  await item.getByRole('button', { name: '找一找' }).click()
  await item.getByRole('button', { name: '加到“领导接访”' }).click()
  await expect(publisher.getByText('已加到“领导接访”的问法')).toBeVisible()
  await expect(item).toHaveCount(0)

  await expect(async () => {
    await reader.goto(`${portal}/search/?q=${encodeURIComponent(asked)}`)
    await expect(reader.locator('[data-result]').first()).toContainText('领导接访', {
      timeout: 1_000,
    })
  }).toPass({ timeout: 120_000 })

  const author = await atDesk('publicity-author')
  await author.goto(`${cms}/admin/`)
  const own = author.getByRole('listitem', { name: wanted })
  await expect(own).toContainText('搜过 6 次', { timeout: 30_000 })
  await expect(own.getByRole('button', { name: '加同义词' })).toHaveCount(0)
  await own.getByRole('button', { name: '写一篇指南' }).click()
  await expect(state(author)).toBeVisible({ timeout: 30_000 })
  await expect(author.getByRole('textbox', { name: '标题' })).toHaveValue(wanted)
  await expect(author.getByRole('textbox', { name: '问法' })).toHaveValue(wanted)
})
