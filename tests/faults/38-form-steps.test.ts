import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright'
import { story } from '../support/portal/stories.ts'
import { answer, finish, goOn, heading, next, submit, walkTo } from '../support/portal/form-walk.ts'
import { useFormBrowser } from '../support/portal/form-browser.ts'

const portal = useFormBrowser()

async function open(path = '/petition/'): Promise<Page> {
  const context = await portal.browser.newContext({ viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${portal.intake.portal.url}${path}`)
  return page
}
async function openForm(): Promise<Page> {
  const page = await open()
  await next(page).waitFor()
  return page
}

const place = async (page: Page) =>
  Number(/第 (\d+) 步/.exec(await heading(page).innerText())?.[1] ?? assert.fail('no step'))
const back = (page: Page) => goOn(page, async () => void (await page.goBack()))
const stepBack = (page: Page) =>
  goOn(page, () => page.getByRole('button', { name: '上一步' }).click())
const edit = (page: Page, field: string) =>
  goOn(page, () => page.getByRole('button', { name: new RegExp(`^修改\\s*${field}$`) }).click())
const code = async (page: Page) =>
  (await page.locator('.save-code-value').innerText()).replace(/\s/g, '')
const save = (page: Page) =>
  page.getByRole('button', { name: '先保存，换个时间或换台设备再写' }).click()

async function resume(resumeCode: string): Promise<Page> {
  const page = await open('/petition/resume/')
  await page.getByLabel('接着写的码').fill(resumeCode)
  await page.getByRole('button', { name: '接着写', exact: true }).click()
  await next(page).waitFor()
  return page
}

describe("the browser's Back in the petition form (38)", () => {
  it('leads to the step before, also after 上一步', async () => {
    const page = await openForm()
    await walkTo(page, /您希望怎样解决/)
    assert.equal(await place(page), 4)
    await stepBack(page)
    assert.equal(await place(page), 3)
    await back(page)
    assert.equal(await place(page), 2)
    await goOn(page)
    await goOn(page)
    await stepBack(page)
    await stepBack(page)
    await back(page)
    assert.equal(await place(page), 1)
    await page.context().close()
  })

  it('leads to the step before after an answer was changed, and forward again', async () => {
    const page = await openForm()
    await walkTo(page, /检查一遍/)
    const last = await place(page)
    // This office tells nobody of progress: what was not asked is not there to be changed either.
    assert.equal(await page.getByText('怎样告诉您进展').filter({ visible: true }).count(), 0)
    await edit(page, '标题')
    assert.equal(await place(page), 1)
    await goOn(page)
    assert.equal(await place(page), last)
    await back(page)
    assert.equal(await place(page), last - 1)
    await goOn(page, async () => void (await page.goForward()))
    assert.equal(await place(page), last)
    await edit(page, '诉求')
    await back(page)
    assert.equal(await place(page), 3)
    assert.match(await page.title(), /第 3 步/)
    await finish(page)
    await page.context().close()
  })

  it('leads to the step before in a form that was reloaded or opened anew', async () => {
    const page = await openForm()
    await walkTo(page, /您希望怎样解决/)
    await page.reload()
    await page.getByText('刚才写的都还在').waitFor()
    await back(page)
    assert.equal(await place(page), 3)
    await page.goto(`${portal.intake.portal.url}/petition/track/`)
    await page.goto(`${portal.intake.portal.url}/petition/`)
    await page.getByText('刚才写的都还在').waitFor()
    assert.equal(await place(page), 3)
    await back(page)
    assert.equal(await place(page), 2)
    await goOn(page)
    await goOn(page)
    assert.equal(await place(page), 4)
    await page.context().close()
  })

  it('leads to the step before beside links within the page', async () => {
    const page = await openForm()
    await walkTo(page, /经过和理由/)
    await page.evaluate(() => void (location.hash = 'main'))
    await answer(page)
    await goOn(page)
    assert.equal(await place(page), 4)
    await back(page)
    assert.equal(await place(page), 3)
    await back(page)
    assert.equal(await place(page), 2)
    await page.context().close()
  })
})

describe('a saved form (38)', () => {
  it('opens at the step where it was left, and Back leads to the one before', async () => {
    const page = await openForm()
    await walkTo(page, /经过和理由/)
    // Long enough to be left: nothing but the citizen knows that it is not finished.
    await page.locator('#facts').fill(story.facts)
    await save(page)
    const other = await resume(await code(page))
    assert.equal(await place(other), 3)
    assert.equal(await other.locator('#facts').inputValue(), story.facts)
    await back(other)
    assert.equal(await place(other), 2)
    await finish(other)
  })

  it('saves what is written and chosen afterwards by itself, and says so', async () => {
    const page = await openForm()
    await walkTo(page, /经过和理由/)
    await save(page)
    const saved = await code(page)
    await page.getByText('再写新的会自动保存，重新算 30 天').waitFor()
    await page.locator('#facts').fill(`${story.facts}后来又写的。`)
    await goOn(page)
    await page.getByText('已经保存，还没有提交').waitFor()
    const other = await resume(saved)
    assert.equal(await place(other), 4)
    assert.match(await other.locator('#facts').inputValue(), /后来又写的/)
  })
})

describe('a page that keeps all that was written (38)', () => {
  it('does not ask before it is reloaded or left', async () => {
    const page = await openForm()
    let asked = 0
    page.on('dialog', (dialog) => void ((asked += 1), dialog.accept()))
    await walkTo(page, /经过和理由/)
    await page.locator('#facts').pressSequentially('今年九月')
    await page.reload()
    await page.getByText('刚才写的都还在').waitFor()
    assert.equal(await page.locator('#facts').inputValue(), '今年九月')
    assert.equal(asked, 0)
  })

  it('asks where this browser keeps nothing', async () => {
    const page = await openForm()
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await page.locator('#title').pressSequentially('路灯不亮')
    const asked: string[] = []
    page.on('dialog', (dialog) => void (asked.push(dialog.type()), dialog.accept()))
    await page.reload()
    await submit(page).or(next(page)).waitFor()
    assert.deepEqual(asked, ['beforeunload'])
  })
})
