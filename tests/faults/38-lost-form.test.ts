import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright'
import { story } from '../support/portal/stories.ts'
import { pdfFile } from '../support/files/files.ts'
import {
  answer,
  finish,
  goOn,
  heading,
  next,
  receipt,
  submit,
} from '../support/portal/form-walk.ts'
import { useFormBrowser } from '../support/portal/form-browser.ts'

const portal = useFormBrowser()

async function openForm(given?: Page): Promise<Page> {
  const context =
    given?.context() ?? (await portal.browser.newContext({ viewport: { width: 390, height: 800 } }))
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(`${portal.intake.portal.url}/petition/`)
  await next(page).waitFor()
  return page
}

const mishaps: Record<string, (page: Page) => Promise<unknown>> = {
  'a reload': (page) => page.reload(),
  'a link, and Back': async (page) => {
    await page.getByRole('link', { name: '查进度' }).first().click()
    await page.getByRole('heading', { name: '查进度', level: 1 }).waitFor()
    return page.goBack()
  },
  'the form opened anew': (page) => page.goto(`${portal.intake.portal.url}/petition/`),
}

describe('what is written in the petition form (38)', () => {
  for (const [mishap, happen] of Object.entries(mishaps)) {
    it(`is there at every step after ${mishap}, and filed once`, async () => {
      const page = await openForm()
      for (let steps = 0; !(await submit(page).isVisible()); steps += 1) {
        const typed = await answer(page)
        const shown = await heading(page).innerText()
        await happen(page)
        if (steps > 0) await page.getByText('刚才写的都还在').waitFor()
        await page.waitForFunction(
          (before) =>
            document.querySelector<HTMLElement>('.part:not([hidden]) > h2')?.innerText === before,
          shown,
        )
        for (const [name, value] of Object.entries(typed)) {
          assert.equal(await page.locator(`#${name}`).inputValue(), value)
        }
        await goOn(page)
      }
      await happen(page)
      await submit(page).waitFor()
      const number = await finish(page)
      const filed = await portal.intake.bureau.petitions(number)
      assert.equal(filed.length, 1)
      assert.equal(filed[0]?.petition.facts, story.facts)
      await page.context().close()
    })
  }

  it('is filed once where the answer is lost and the page reloaded', async () => {
    const page = await openForm()
    while (!(await submit(page).isVisible())) {
      await answer(page)
      await goOn(page)
    }
    let number = ''
    await page.route('**/petition/', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      number = (await (await route.fetch()).json()).number
      await route.abort()
    })
    await submit(page).click()
    await page.getByText('没有连上网站').waitFor()
    await page.unroute('**/petition/')
    await page.reload()
    assert.equal(await finish(page), number)
    assert.equal((await portal.intake.bureau.petitions(number)).length, 1)
  })

  it('shows the receipt until it is said to be kept, and nothing of the form afterwards', async () => {
    const page = await openForm()
    const number = await finish(page)
    assert.match(await page.title(), /^已经收到 - /)
    await page.goBack()
    assert.match(await page.title(), /^已经收到 - /)
    await page.reload()
    await receipt(page).waitFor()
    assert.equal(
      (await page.locator('.receipt-value').first().innerText()).replaceAll(' ', ''),
      number,
    )
    assert.equal(await page.evaluate(() => sessionStorage.getItem('petition-form')), null)
    await page.getByRole('button', { name: '我已经保存好了' }).click()
    await page.goto(`${portal.intake.portal.url}/petition/`)
    await next(page).waitFor()
    assert.equal(await page.locator('#facts').inputValue(), '')
    assert.ok(!(await page.evaluate(() => JSON.stringify(sessionStorage))).includes(number))
  })

  it('brings the files along', async () => {
    const page = await openForm()
    while (!/传在这里/.test(await heading(page).innerText())) {
      await answer(page)
      await goOn(page)
    }
    await page.locator('#files').setInputFiles({
      name: '说明.pdf',
      mimeType: 'application/pdf',
      buffer: pdfFile(),
    })
    await page
      .getByText(/^已上传/)
      .first()
      .waitFor()
    await page.reload()
    await page
      .getByText(/^已上传/)
      .first()
      .waitFor()
    const [filed] = await portal.intake.bureau.petitions(await finish(page))
    assert.deepEqual(
      filed?.attachments.map(({ name }) => name),
      ['说明.pdf'],
    )
  })

  it('says of a way that has closed meanwhile, at once or on sending, and keeps the rest', async () => {
    const wish = async (page: Page) => {
      while (!/怎样告诉您/.test(await heading(page).innerText())) {
        await answer(page)
        await goOn(page)
      }
      await page.getByLabel('发电子邮件').check()
      await page.getByLabel('电子邮箱').fill('li@example.com')
      await goOn(page)
    }
    try {
      await portal.intake.bureau.offer('sms', 'email')
      const page = await openForm()
      await wish(page)
      await portal.intake.bureau.offer('sms')
      await page.reload()
      await page.getByText('现在不能发电子邮件告诉您了').first().waitFor()
      await page.getByRole('link', { name: /现在不能发电子邮件/ }).click()
      await page.getByLabel('发短信').check()
      const [filed] = await portal.intake.bureau.petitions(await finish(page))
      assert.deepEqual(filed?.petition.notify, { by: 'sms' })
      assert.equal(filed?.petition.facts, story.facts)

      await portal.intake.bureau.offer('email')
      const other = await openForm()
      await wish(other)
      await portal.intake.bureau.offer()
      while (!(await submit(other).isVisible())) await goOn(other)
      await submit(other).click()
      await other.getByText('现在不能发电子邮件告诉您了').first().waitFor()
      assert.match(await heading(other).innerText(), /怎样告诉您/)
      await other.getByLabel('不用告诉我').check()
      const [again] = await portal.intake.bureau.petitions(await finish(other))
      assert.equal(again?.petition.notify, undefined)
    } finally {
      await portal.intake.bureau.offer()
    }
  })

  it('is another petition in a duplicated tab once it is changed there', async () => {
    const page = await openForm()
    while (!(await submit(page).isVisible())) {
      await answer(page)
      await goOn(page)
    }
    // What a browser copies when a tab is duplicated it copies for a window that a page opens.
    const copy = async () => {
      const [opened] = await Promise.all([
        page.waitForEvent('popup'),
        page.evaluate(() => void window.open(location.pathname)),
      ])
      await opened.getByText('从另一个标签页复制来').waitFor()
      return opened
    }
    const [changed, same] = [await copy(), await copy()]
    const edit = (part: Page) => part.getByRole('button', { name: /^修改\s*标题$/ }).click()
    await edit(changed)
    await changed.getByLabel('标题').fill('另一件事情，另外写的')
    await changed.reload()
    await changed.getByText('刚才写的都还在').waitFor()
    assert.equal(await changed.getByText('从另一个标签页复制来').count(), 0)
    while (!(await submit(changed).isVisible())) await goOn(changed)
    const numbers = [await finish(page), await finish(changed), await finish(same)]
    const titles = await Promise.all(
      numbers.map(
        async (number) => (await portal.intake.bureau.petitions(number))[0]?.petition.title,
      ),
    )
    assert.deepEqual(titles, [story.title, '另一件事情，另外写的', story.title])
    assert.equal(numbers[2], numbers[0])
    assert.notEqual(numbers[1], numbers[0])
    await page.context().close()
  })

  it('leaves the files of the first tab alone when they are deleted in a duplicate', async () => {
    const page = await openForm()
    while (!/传在这里/.test(await heading(page).innerText())) {
      await answer(page)
      await goOn(page)
    }
    await page.locator('#files').setInputFiles({
      name: '说明.pdf',
      mimeType: 'application/pdf',
      buffer: pdfFile(),
    })
    const uploaded = (part: Page) =>
      part
        .getByText(/^已上传/)
        .first()
        .waitFor()
    await uploaded(page)
    const [copy] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(() => void window.open(location.pathname)),
    ])
    await copy.getByText('从另一个标签页复制来').waitFor()
    await uploaded(copy)
    await copy.getByRole('button', { name: /^删去/ }).click()
    await copy.getByRole('button', { name: /^删去/ }).waitFor({ state: 'detached' })
    assert.deepEqual((await portal.intake.bureau.petitions(await finish(copy)))[0]?.attachments, [])
    const [filed] = await portal.intake.bureau.petitions(await finish(page))
    assert.equal(filed?.attachments.length, 1)
    await page.context().close()
  })

  it('is not overwritten by another tab, neither there nor on the device', async () => {
    const page = await openForm()
    await page.getByLabel('标题').fill('第一件事情')
    await page.getByLabel('存草稿').check()
    const other = await openForm(page)
    await other.getByLabel('标题').fill('第二件事情')
    const draft = () => page.evaluate(() => localStorage.getItem('petition-draft') ?? '')
    await other.waitForFunction(() =>
      localStorage.getItem('petition-draft')?.includes('第二件事情'),
    )
    await page.getByLabel('标题').fill('第一件事情，写得更多')
    await page.getByText('别的页面也在存草稿').waitFor()
    assert.match(await draft(), /第二件事情/)
    await page.reload()
    await next(page).waitFor()
    await page.getByText('刚才写的都还在').waitFor()
    assert.equal(await page.getByLabel('标题').inputValue(), '第一件事情，写得更多')
    await other.reload()
    await other.getByText('刚才写的都还在').waitFor()
    assert.equal(await other.getByLabel('标题').inputValue(), '第二件事情')
  })

  it('can be wiped by whoever comes next', async () => {
    const page = await openForm()
    await page.getByLabel('标题').fill('别人的事情')
    await page.reload()
    await page.getByRole('button', { name: '清空，重新写' }).click()
    await page.waitForFunction(() => sessionStorage.getItem('petition-form') === null)
    await next(page).waitFor()
    assert.equal(await page.getByLabel('标题').inputValue(), '')
  })
})
