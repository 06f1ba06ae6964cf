import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { clip } from '../../cms/src/writing/clip/clip.ts'
import type { Installation } from '../support/machine/installation.ts'
import { sharedInstallation } from '../support/machine/shared-installation.ts'
import { writeDocx } from '../support/law/docx.ts'
import { reaches, shows } from '../support/desk/publication-progress.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../support/desk/publicity.ts'

describe('16 staff paste an address of an inner host', () => {
  const asked: string[] = []
  let trap: Server
  let address: string
  let installation: Installation
  let desk: PublicityDesk
  before(async () => {
    trap = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('secret of the inner network')
    })
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`
    installation = await sharedInstallation()
    desk = await openPublicityDesk(installation)
  })
  after(() => void trap.close())

  it('a picture of another host is left out of a paste', () => {
    const { markdown, notes } = clip(`<p>字<img src="${address}/pasted.png"></p>`)
    assert.equal(markdown, '字')
    assert.match(notes.join(), /1 张图片没有带过来/)
    assert.deepEqual(asked, [])
  })

  it('a picture that a Word file only names is not fetched', async () => {
    const bytes = writeDocx(['题目', '第一段。'], [], { linkedPicture: `${address}/linked.png` })
    const { status, body } = await desk.author.send('/desk/writing/word', '文章.docx', bytes)
    assert.equal(status, 200, JSON.stringify(body))
    assert.equal((body as { markdown: string }).markdown, '第一段。')
    assert.deepEqual(asked, [])
  })

  it('a picture of another host in a text is refused with a sentence that names it', async () => {
    const body = `第一句话。\n\n![图](${address}/typed.png)`
    const entry = essay('inner-picture', { body })
    const documentId = await desk.write(desk.author, 'essay', entry)
    const answer = await desk.attempt(desk.author, 'essay', documentId, { kind: 'submit' })
    assert.equal(answer.status, 409)
    assert.match(JSON.stringify(answer.body), /typed\.png 不在媒体库里/)
    assert.deepEqual(asked, [])
  })

  it('a link is shown as a link; neither saving nor publishing nor building follows it', async () => {
    const body = `见[内网](${address}/link)和[元数据](http://169.254.169.254/latest/meta-data/)。`
    const documentId = await desk.write(desk.author, 'essay', essay('inner-link', { body }))
    await desk.publish('essay', documentId)
    await reaches(desk.author, 'essay', documentId, 'live')
    await shows(installation, '/essays/inner-link/', '见内网和元数据')
    assert.deepEqual(asked, [])
  })
})
