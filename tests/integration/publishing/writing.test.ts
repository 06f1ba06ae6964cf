import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import type { Installation } from '../../support/machine/installation.ts'
import { sharedInstallation } from '../../support/machine/shared-installation.ts'
import { photograph } from '../../support/files/files.ts'
import { writeDocx } from '../../support/law/docx.ts'
import { reaches, shows } from '../../support/desk/publication-progress.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../../support/desk/publicity.ts'
import { collection, signIn } from '../../support/desk/staff.ts'

type Taken = { title: string; summary: string; markdown: string; notes: string[] }

describe('documents that staff bring to the desk', () => {
  let installation: Installation
  let desk: PublicityDesk
  before(async () => {
    installation = await sharedInstallation()
    desk = await openPublicityDesk(installation)
  })

  const uploads = () => join(installation.dataDir, 'cms', 'public', 'uploads')
  const takeWord = async (bytes: Buffer, name = '文章.docx') => {
    const { status, body } = await desk.author.send('/desk/writing/word', name, bytes)
    return { status, ...(body as Taken & { error?: { message: string } }) }
  }

  it('a Word document fills a form, its picture lies in the media library and reaches the page', async () => {
    const picture = await photograph()
    const bytes = writeDocx(['宣传月启动', '今天启动。', '第二段。'], [['甲', '乙']], { picture })
    const { title, summary, markdown, notes } = await takeWord(bytes)
    assert.deepEqual({ title, summary }, { title: '宣传月启动', summary: '今天启动。' })
    assert.match(notes.join(), /替代文字/)
    const name = /!\[\]\(media\/([^)]+)\)/.exec(markdown)?.[1] ?? assert.fail(markdown)
    const stored = await readFile(join(uploads(), name))
    assert.ok(!stored.includes('CANARY-CAMERA'), 'the metadata came along')

    const silent = essay('from-word', { body: markdown })
    const documentId = await desk.write(desk.author, 'essay', silent)
    const refused = await desk.attempt(desk.author, 'essay', documentId, { kind: 'submit' })
    assert.match(JSON.stringify(refused.body), /第 1 张图片没有替代文字/)
    const body = markdown.replace('![]', '![广场上的宣传台]').replace(')', ' "启动现场")')
    await desk.save(desk.author, 'essay', documentId, { ...silent, body })
    await desk.publish('essay', documentId)
    await reaches(desk.author, 'essay', documentId, 'live')
    await shows(installation, '/essays/from-word/', '第二段')
    const html = await (await fetch(`${installation.portal}/essays/from-word/`)).text()
    const shown = /<figure><picture>.*<img src="([^"]+)"[^>]* alt="广场上的宣传台"/.exec(html)
    assert.ok(shown, /<article[\s\S]*?<\/article>/.exec(html)?.[0])
    assert.equal((await fetch(`${installation.portal}${shown[1]}`)).status, 200)
  })

  it('pictures are in the media library once the text is saved, and not before', async () => {
    const library = async () => {
      const { body } = await desk.author.call('GET', '/upload/files?pageSize=100')
      return (body as { results: { url: string }[] }).results.map(({ url }) => url)
    }
    const before = await library()
    const bytes = writeDocx(['只看看', '今天启动。'], [], { picture: await photograph() })
    const { markdown } = await takeWord(bytes)
    const name = /media\/([^)]+)/.exec(markdown)?.[1] ?? assert.fail(markdown)
    assert.deepEqual(await library(), before)
    assert.equal((await fetch(`${installation.cms}/uploads/${name}`)).status, 200)
    const entry = essay('saved-with-picture', { body: markdown })
    const documentId = await desk.write(desk.author, 'essay', entry)
    await desk.save(desk.author, 'essay', documentId, { ...entry, title: '又存了一遍' })
    const after = await library()
    assert.deepEqual(
      after.filter((url) => !before.includes(url)),
      [`/uploads/${name}`],
    )
  })

  it('a file that is no Word document, or brings macros, is refused with the reason', async () => {
    assert.match((await takeWord(Buffer.from('x'))).error?.message ?? '', /损坏/)
    assert.match((await takeWord(Buffer.from('x'), 'x.doc')).error?.message ?? '', /另存为 \.docx/)
    const macro = await takeWord(writeDocx(['x'], [], { macro: true }))
    assert.equal(macro.status, 400)
    assert.match(macro.error?.message ?? '', /宏/)
  })

  it('an official text becomes a draft, or is refused with the line', async () => {
    const send = (text: string) =>
      desk.author.send('/desk/writing/regulations', '原文.txt', Buffer.from(text))
    const read = await send(
      '测试办法\n\n第一章　总则\n第一条　为了测试。\n第二条　本办法自公布之日起施行。\n',
    )
    assert.equal(read.status, 200, JSON.stringify(read.body))
    const { documentId, ...facts } = read.body as { documentId: string }
    assert.deepEqual(facts, { title: '测试办法', chapters: 1, articles: 2, notes: [] })
    const draft = await desk.author.call('GET', `${collection('regulation')}/${documentId}`)
    assert.equal((draft.body as { data: { title: string } }).data.title, '测试办法')
    const radicals = await send(
      '测试办法\n\n第一条　区⻓为了人⺠。\n第二条　本办法自公布之日起施行。\n',
    )
    assert.match(JSON.stringify(radicals.body), /部首字符/)
    const gap = await send('测试办法\n\n第一条　为了测试。\n第三条　跳过了一条。\n')
    assert.equal(gap.status, 400)
    assert.match(JSON.stringify(gap.body), /没有导入.*第 ?\d+ ?行/)
  })

  it('nobody but publicity staff brings documents', async () => {
    const clerk = await signIn(installation, 'case-clerk')
    for (const path of ['/desk/writing/word', '/desk/writing/regulations']) {
      assert.equal((await clerk.send(path, 'x.docx', writeDocx(['x']))).status, 403)
      const stranger = await fetch(`${installation.cms}${path}`, { method: 'POST' })
      assert.equal(stranger.status, 401)
    }
  })
})
