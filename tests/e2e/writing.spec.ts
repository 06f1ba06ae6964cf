import { expect, type Page } from 'playwright/test'
import { writeDocx } from '../support/law/docx.ts'
import { photograph } from '../support/files/files.ts'
import { collection } from '../support/desk/staff.ts'
import { staff, test, write } from './support/staff-browser.ts'
import { cms } from './support/places.ts'

const essays = `${cms}/admin/content-manager${collection('essay').replace('/content-manager', '')}`
const text = (page: Page) => page.getByRole('textbox', { name: '正文' })

async function paste(page: Page, html: string): Promise<void> {
  await text(page).evaluate((area, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', pasted)
    area.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, html)
}

async function begin(page: Page, slug: string): Promise<void> {
  await page.goto(`${essays}/create`)
  await page.getByRole('textbox', { name: '标题' }).fill('所见即所得的文章')
  await page.getByRole('textbox', { name: '网址名' }).fill(slug)
  await page.getByRole('textbox', { name: '摘要' }).fill('一句话。')
  await page.getByRole('textbox', { name: '来源' }).fill('本局')
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/create'))
}

/** What the CMS keeps of the entry on the page. */
async function stored(page: Page): Promise<string> {
  const author = await staff('publicity-author')
  const documentId = new URL(page.url()).pathname.split('/').at(-1)
  const { body } = await author.call('GET', `${collection('essay')}/${documentId}`)
  return (body as { data: { body: string } }).data.body
}

test('staff type and paste a text as it will look; it is kept as Markdown', async ({ atDesk }) => {
  const page = await atDesk('publicity-author')
  await begin(page, 'as-it-will-look')
  await write(page, '灯亮到<很晚>，3~5天，**不是粗体标记的事。')
  await paste(
    page,
    '<h1>安排</h1><p>今天<b>集中</b>宣传。<a href="javascript:alert(1)">坏</a></p><ol><li>一</li><li>二</li></ol>' +
      '<table><tr><td>事项</td><td>期限</td></tr><tr><td>登记</td><td>15日</td></tr></table><img src="http://10.0.0.1/x.png">',
  )
  await expect(page.getByText('1 张图片没有带过来')).toBeVisible()
  await expect(text(page).getByRole('heading', { name: '安排' })).toBeVisible()
  await expect(text(page).locator('strong')).toHaveText('集中')
  await save(page)
  const kept = [
    '灯亮到<很晚>，3~5天，\\*\\*不是粗体标记的事。',
    '## 安排',
    '今天**集中**宣传。坏',
    '1. 一\n2. 二',
    '| 事项 | 期限 |\n| --- | --- |\n| 登记 | 15日 |',
  ].join('\n\n')
  expect(await stored(page)).toBe(kept)
  await page.reload()
  await expect(text(page).locator('li')).toHaveText(['一', '二'])
  await expect(text(page)).toContainText('灯亮到<很晚>')
})

/** How the words of a paragraph look: each stretch of them with its marks. */
type Look = string[]

/** Paragraphs with every kind of mark, next to every kind of sign. */
function markedParagraphs(): string[] {
  const before = ['', '请看', '第一条，', '（', '3']
  const inside = ['“重点”', '登记。', '《条例》', '重点', '15日（不含当日）', '“甲”和“乙”']
  const after = ['', '内容', '，然后', '）', '2']
  const wraps = [
    (words: string) => `<b>${words}</b>`,
    (words: string) => `<i>${words}</i>`,
    (words: string) => `<s>${words}</s>`,
    (words: string) => `<b><i>${words}</i></b>`,
    (words: string) => `<b><a href="/guides/">${words}</a></b>`,
    (words: string) => `<a href="/guides/"><b>${words}</b></a>`,
    (words: string) => `<b>见<a href="/guides/">${words}</a>。</b>`,
    (words: string) => `<a href="/guides/">见<i>${words}</i>。</a>`,
    (words: string) => `<i>甲，<b>${words}</b>乙</i>`,
    (words: string) => `<b>${words}</b>中间<b>办理：</b>`,
  ]
  const part = (parts: string[], index: number) => parts[index % parts.length] ?? ''
  return wraps.flatMap((wrap, kind) =>
    inside.map((words, index) => {
      const [left, right] = [part(before, kind + index), part(after, kind * 2 + index)]
      return `<p>${left}${wrap(words)}${right}</p>`
    }),
  )
}

/** What is seen of the paragraphs of a text: words and, of each, whether it is bold, slanted, struck, a link. */
function looks(area: HTMLElement | SVGElement): Look[] {
  return [...area.querySelectorAll('p')].map((paragraph) => {
    const runs: [string, string][] = []
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const above: Element[] = []
      for (let up = node.parentElement; up && up !== paragraph; up = up.parentElement)
        above.push(up)
      const has = (seen: (style: CSSStyleDeclaration) => boolean) =>
        above.some((element) => seen(getComputedStyle(element)))
      const marks = [
        has(({ fontWeight }) => Number(fontWeight) >= 600) ? 'b' : '',
        has(({ fontStyle }) => fontStyle === 'italic') ? 'i' : '',
        has(({ textDecorationLine }) => textDecorationLine.includes('line-through')) ? 's' : '',
        above.some(({ tagName }) => tagName === 'A') ? 'a' : '',
      ].join('')
      const last = runs.at(-1)
      if (last?.[0] === marks) last[1] += node.textContent ?? ''
      else runs.push([marks, node.textContent ?? ''])
    }
    return runs.map((run) => run.join(' '))
  })
}

const marked = markedParagraphs()
const bold = marked.filter((paragraph) => !/<[ais]/.test(paragraph))
for (const [what, slug, html] of [
  ['bold words', 'bold-beside-signs', bold.join('')],
  ['marks and links', 'marks-beside-signs', marked.join('')],
] as const) {
  test(`${what} beside Chinese signs look as they were pasted, and stay to the letter`, async ({
    atDesk,
  }) => {
    const page = await atDesk('publicity-author')
    await page.goto('about:blank')
    await page.setContent(`<div>${html}</div>`)
    const wanted = await page.locator('div').evaluate(looks)
    await begin(page, slug)
    await text(page).click()
    await paste(page, html)
    await expect.poll(() => text(page).evaluate(looks)).toEqual(wanted)
    await save(page)
    const first = await stored(page)
    await page.reload()
    await expect.poll(() => text(page).evaluate(looks)).toEqual(wanted)
    // Written on at the end, all before it is kept to the letter.
    await text(page).click()
    await page.keyboard.press('Control+End', { delay: 100 })
    await page.keyboard.type('末')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByRole('button', { name: '保存', exact: true })).toBeDisabled()
    expect((await stored(page)).replace(/末$/, '')).toBe(first)
  })
}

test('a Word document fills the form, and says what its picture lacks', async ({ atDesk }) => {
  const page = await atDesk('publicity-author')
  await page.goto(`${essays}/create`)
  const choose = async (paragraphs: string[], picture?: Buffer) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '从 Word 导入' }).click()
    const buffer = writeDocx(paragraphs, [], picture ? { picture } : {})
    await (await chooser).setFiles({ name: '文章.docx', mimeType: 'application/msword', buffer })
  }
  await choose(['宣传月启动', '今天启动。', '第二段。'], await photograph())
  await expect(page.getByRole('textbox', { name: '标题' })).toHaveValue('宣传月启动')
  await expect(page.getByRole('textbox', { name: '摘要' })).toHaveValue('今天启动。')
  await expect(text(page)).toContainText('第二段。')
  await expect(page.getByText('有 1 张图片还没有替代文字')).toBeVisible()
  await page.getByTitle('图片说明和替代文字').click()
  await page.getByRole('textbox', { name: '替代文字' }).fill('广场上的宣传台')
  await page.getByRole('textbox', { name: '图片说明' }).fill('启动现场')
  await page.getByRole('button', { name: '放进正文' }).click()
  await expect(text(page)).toContainText('启动现场')
  await expect(page.getByText('有 1 张图片还没有替代文字')).toBeHidden()

  await choose(['另一篇的题目', '另一篇的话。'])
  await page.getByRole('button', { name: '接在后面' }).click()
  await expect(text(page)).toContainText('另一篇的话。')
  await expect(text(page)).toContainText('第二段。')
})

test('what the editor cannot show is edited as it is written, and nothing of it is lost', async ({
  atDesk,
}) => {
  const author = await staff('publicity-author')
  const body = '前面。\n\n```\n一段  代码\n```\n\n后面。'
  const entry = {
    title: '有代码的文章',
    slug: 'with-code',
    summary: '摘要',
    body,
    series: '征文',
    source: '本局',
  }
  const { body: made } = await author.call('POST', collection('essay'), {
    ...entry,
    demonstration: true,
  })
  const page = await atDesk('publicity-author')
  await page.goto(`${essays}/${(made as { data: { documentId: string } }).data.documentId}`)
  await expect(page.getByText('一个字也没有少')).toBeVisible()
  await expect(text(page)).toHaveValue(body)
})
