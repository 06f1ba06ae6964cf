import { expect, type Page, type Response } from 'playwright/test'
import { collection } from '../support/desk/staff.ts'
import { essay } from '../support/desk/publicity.ts'
import { fillSignIn, openList, signIn, staff, test } from './support/staff-browser.ts'
import { cms, login } from './support/places.ts'
import { begin as fillNew, openEntry, save, state, writeBody } from './support/publicity.ts'

type Made = { data: { documentId: string } }

const title = (page: Page) => page.getByRole('textbox', { name: '标题' })
const body = (page: Page) => page.getByRole('textbox', { name: '正文' })

/** Writes an essay past the pages. @returns its address and its document */
async function begin(slug: string): Promise<{ address: string; documentId: string }> {
  const author = await staff('publicity-author')
  const answer = await author.call('POST', collection('essay'), essay(slug))
  const { documentId } = (answer.body as Made).data
  const address = `${cms}/admin/content-manager${collection('essay').replace('/content-manager', '')}/${documentId}`
  return { address, documentId }
}

async function stored(documentId: string): Promise<{ title: string; body: string }> {
  const author = await staff('publicity-author')
  const answer = await author.call('GET', `${collection('essay')}/${documentId}`)
  return (answer.body as { data: never }).data
}

test('two people change the same entry: the second sees both texts, takes over parts, and saves', async ({
  atDesk,
}) => {
  const first = await atDesk('publicity-author')
  const second = await atDesk('publicity-reviewer')
  const { address, documentId } = await begin('kept-by-two')
  await openEntry(first, address)
  await openEntry(second, address)
  await writeBody(first, '先保存的一段。')
  await title(first).fill('先改的标题')
  await save(first)
  await writeBody(second, '后保存的一段。')
  await second.getByRole('button', { name: '保存', exact: true }).click()

  const both = second.getByRole('dialog', { name: '同事也改了这一条' })
  await expect(both).toContainText('先保存的一段。')
  await expect(both).toContainText('后保存的一段。')
  await expect(both).toContainText('“标题”')
  // A telephone that is turned lays the form out anew.
  await second.setViewportSize({ width: 390, height: 800 })
  await expect(both).toContainText('先保存的一段。')
  await second.setViewportSize({ width: 1280, height: 800 })
  await expect(both).toContainText('后保存的一段。')
  expect((await stored(documentId)).body).toBe('先保存的一段。')
  await both.getByRole('radio', { name: '两段都留，我再改' }).click()
  await both.getByRole('button', { name: '回到表单' }).click()
  await expect(title(second)).toHaveValue('先改的标题')
  await expect(body(second)).toContainText('后保存的一段。')
  await save(second)
  const now = await stored(documentId)
  expect([
    now.title,
    now.body.includes('先保存的一段。'),
    now.body.includes('后保存的一段。'),
  ]).toEqual(['先改的标题', true, true])
})

test('two people choose another unit for the same notice: the second is shown both', async ({
  atDesk,
}) => {
  const page = await atDesk('publicity-reviewer')
  const publisher = await staff('publicity-publisher')
  const { body: units } = await publisher.call('GET', `${collection('department')}?pageSize=3`)
  const [before, theirs, mine] = (units as { results: { documentId: string; name: string }[] })
    .results
  const notice = {
    ...essay('linked-by-two'),
    request: '请修好路灯。',
    category: '申诉求决',
    outcome: '予以支持',
    receivedOn: '2026-11-01',
    repliedOn: '2026-11-10',
  }
  const link = (row = before) => ({ unit: { connect: [{ documentId: row?.documentId }] } })
  const made = await publisher.call('POST', collection('notice'), { ...notice, ...link() })
  const { documentId } = (made.body as Made).data
  const path = `${collection('notice')}/${documentId}`
  await openEntry(page, `${cms}/admin${path}`)
  await expect(page.getByRole('button', { name: before?.name })).toBeVisible()
  await publisher.call('PUT', path, link(theirs))
  const choose = page.getByRole('combobox', { name: '承办单位' })
  await choose.click()
  await choose.pressSequentially(mine?.name ?? '')
  await page.getByRole('option', { name: new RegExp(mine?.name ?? '') }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()

  const both = page.getByRole('dialog', { name: '同事也改了这一条' })
  const unit = both.getByRole('region', { name: '承办单位' })
  await expect(unit.getByRole('group', { name: '同事保存的' })).toContainText(theirs?.name ?? '')
  await expect(unit.getByRole('group', { name: '我写的' })).toContainText(mine?.name ?? '')
  const linked = async () => {
    const at = `/content-manager/relations/api::notice.notice/${documentId}/unit`
    const { body: rows } = await publisher.call('GET', at)
    return (rows as { results: { name: string }[] }).results.map(({ name }) => name)
  }
  expect(await linked()).toEqual([theirs?.name])
  await both.getByRole('radio', { name: '用我写的' }).check()
  await both.getByRole('button', { name: '回到表单' }).click()
  await save(page)
  expect(await linked()).toEqual([mine?.name])
})

test('what a colleague changed elsewhere in the entry comes in, and what was typed stays', async ({
  atDesk,
}) => {
  const page = await atDesk('publicity-author')
  const { address, documentId } = await begin('kept-apart')
  await openEntry(page, address)
  const reviewer = await staff('publicity-reviewer')
  await reviewer.call('PUT', `${collection('essay')}/${documentId}`, { title: '同事改的标题' })
  await writeBody(page, '只有我改的正文。')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText(/对方改的“标题”已经带进来/)).toBeVisible()
  await expect(title(page)).toHaveValue('同事改的标题')
  await save(page)
  expect(await stored(documentId)).toMatchObject({
    title: '同事改的标题',
    body: '只有我改的正文。',
  })
})

test('a reload, leaving the page and a lost network take nothing of what was typed', async ({
  atDesk,
}) => {
  const page = await atDesk('publicity-author')
  const { address, documentId } = await begin('kept-over-a-reload')
  await openEntry(page, address)
  await writeBody(page, '还没有保存的一段。')
  await expect(page.getByText('已暂存在这个窗口')).toBeVisible()
  const asked = page.waitForEvent('dialog').then((dialog) => dialog.accept())
  await page.reload()
  await asked
  const offer = page.getByRole('alertdialog', { name: '上次的改动还没有保存' })
  await offer.getByRole('button', { name: '恢复这些改动' }).click()
  await expect(body(page)).toContainText('还没有保存的一段。')

  await page.getByRole('link', { name: '办事指南' }).click()
  await page.getByRole('button', { name: '确认', exact: true }).click()
  // The address changes before the page does: whoever goes back sees the list first.
  await expect(page.getByRole('heading', { name: '办事指南' })).toBeVisible({ timeout: 30_000 })
  await page.goBack()
  // The entry is read anew first.
  await expect(offer).toBeVisible({ timeout: 30_000 })
  await offer.getByRole('button', { name: '恢复这些改动' }).click()
  await expect(body(page)).toContainText('还没有保存的一段。')

  await page.context().setOffline(true)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('没有连上：请检查网络后再试')).toBeVisible()
  await expect(body(page)).toContainText('还没有保存的一段。')
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeEnabled()
  await page.context().setOffline(false)
  await save(page)
  expect((await stored(documentId)).body).toBe('还没有保存的一段。')
  const left = await page.evaluate(() => JSON.stringify(sessionStorage))
  expect(left).not.toContain('还没有保存的一段。')
})

test('an ended session keeps what was typed for the same person, and signing out wipes it', async ({
  page,
}) => {
  const written = '写到一半登录过期。'
  const kept = () => page.evaluate(() => JSON.stringify(sessionStorage))
  const offer = page.getByRole('alertdialog', { name: '上次的改动还没有保存' })
  await signIn(page, login('administrator'))
  const { address } = await begin('kept-over-a-session')
  await openEntry(page, address)
  await writeBody(page, written)
  await expect(page.getByText('已暂存在这个窗口')).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(written)

  await page.context().clearCookies()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  // Where the session ended, not at home.
  await fillSignIn(page, login('administrator'))
  await expect(state(page)).toBeVisible({ timeout: 30_000 })
  expect(page.url()).toContain(new URL(address).pathname)
  await offer.getByRole('button', { name: '恢复这些改动' }).click()
  await expect(body(page)).toContainText(written)

  await page.context().clearCookies()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  // Somebody else is led home, also where the sign-in page was loaded anew meanwhile.
  await fillSignIn(page, login('publicity-reviewer'))
  await expect(page.getByRole('heading', { name: /您好/ })).toBeVisible({ timeout: 30_000 })
  expect(await kept()).not.toContain(written)
  await openEntry(page, address)
  await page.context().clearCookies()
  await page.reload()
  await fillSignIn(page, login('publicity-author'))
  await expect(page.getByRole('heading', { name: /您好/ })).toBeVisible({ timeout: 30_000 })
  await openEntry(page, address)
  await writeBody(page, '另一个人写的。')
  await expect.poll(kept).toContain('另一个人写的。')
  await page.getByRole('button', { name: /宣传编辑/ }).click()
  await page.getByRole('menuitem', { name: /退出/ }).click()
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  expect(await kept()).not.toContain('另一个人写的。')
})

test('what is typed while a new entry is saved, and while it is read anew, stays', async ({
  atDesk,
}) => {
  const page = await atDesk('publicity-author')
  await fillNew(page, 'essay', {
    标题: '边存边写',
    网址名: 'written-while-saved',
    摘要: '一句话摘要。',
    来源: '本局',
  })
  await writeBody(page, '正文。')
  // The server takes its time, as it does when many work at once.
  await page.route(/collection-types\/api::essay\.essay(?:\/\w{20,})?(?:\?|$)/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    await route.continue()
  })
  const isRead = (answer: Response) =>
    answer.request().method() === 'GET' && /essay\/\w{20,}(?:\?|$)/.test(answer.url())
  const add = async (words: string) => {
    await title(page).press('End')
    await title(page).pressSequentially(words)
  }
  const sending = () => page.waitForRequest((request) => ['POST', 'PUT'].includes(request.method()))

  const posted = sending()
  const read = page.waitForResponse(isRead)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await posted
  await add('，甲')
  await page.waitForURL((url) => !url.pathname.endsWith('/create'))
  await expect(title(page)).toHaveValue('边存边写，甲')
  await add('，乙')
  await read
  await expect(state(page)).toBeVisible({ timeout: 30_000 })
  await expect(title(page)).toHaveValue('边存边写，甲，乙')

  const put = sending()
  const readAgain = page.waitForResponse(isRead)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await put
  await add('，丙')
  await readAgain
  await expect(page.getByText('已暂存在这个窗口')).toBeVisible()
  await expect(title(page)).toHaveValue('边存边写，甲，乙，丙')
  await save(page)
  const documentId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await expect.poll(async () => (await stored(documentId)).title).toBe('边存边写，甲，乙，丙')
})

test('an address that is typed while one is made of the title stays', async ({ atDesk }) => {
  const page = await atDesk('publicity-author')
  await openList(page, 'essay')
  await page
    .getByRole('link', { name: /新建|添加/ })
    .first()
    .click()
  const asked = page.waitForRequest((request) => request.url().includes('?title='))
  let answer = () => {}
  const released = new Promise<void>((resolve) => (answer = resolve))
  await page.route(/\/desk\/slugs\/.*\?title=/, async (route) => {
    await released
    await route.continue()
  })
  const answered = page.waitForResponse((response) => response.url().includes('?title='))
  const slug = page.getByRole('textbox', { name: '网址名' })
  await title(page).fill('赶集日的咨询台')
  await asked
  await slug.fill('typed-meanwhile')
  answer()
  await (await answered).finished()
  await title(page).fill('赶集日的咨询台（续）')
  await writeBody(page, '正文。')
  await expect(slug).toHaveValue('typed-meanwhile')
})
