import assert from 'node:assert/strict'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { readPdf } from '../../../content/privacy/pdf.ts'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { photograph } from '../../support/files/files.ts'
import { box, captions } from '../../support/files/films.ts'
import { root } from '../../support/machine/installation.ts'
import { writeDocx } from '../../support/law/docx.ts'
import { leaflet, pdfText } from '../../support/files/pdfs.ts'
import { collection, signIn, type Staff } from '../../support/desk/staff.ts'
import { telephoneFilm } from '../../support/files/telephone-film.ts'

type Stored = { id: number; name: string; url: string; mime: string; formats?: object }
type Refused = { error: { message: string } }

const film = 'how-sixty-days-are-counted.mp4'
const tagged = async () =>
  Buffer.concat([
    await readFile(join(root, 'content/media', film)),
    box('uuid', Buffer.alloc(16), 'CANARY-XMP'),
  ])

describe('files on their way into the media library', () => {
  let contentDir: string
  let cms: RunningCms
  let author: Staff
  before(async () => {
    contentDir = await mkdtemp(join(tmpdir(), 'tainted-'))
    await cp(join(root, 'content'), contentDir, { recursive: true })
    await writeFile(
      join(contentDir, 'media', 'essay-three-inches-of-water.jpg'),
      await photograph(),
    )
    await writeFile(join(contentDir, 'media', film), await tagged())
    cms = await startCms({ CONTENT_DIR: contentDir })
    author = await signIn(cms, 'publicity-author')
  })
  after(async () => {
    await cms?.stop()
    await rm(contentDir, { recursive: true, force: true })
  })

  const uploads = () => join(cms.dataDir, 'cms', 'public', 'uploads')
  const send = async (name: string, bytes: Uint8Array, path = '/upload') => {
    const { status, body } = await author.send(path, name, bytes, 'files')
    return { status, body: body as unknown }
  }
  const upload = async (name: string, bytes: Uint8Array, path?: string): Promise<Stored> => {
    const { status, body } = await send(name, bytes, path)
    assert.ok(status < 300, JSON.stringify(body))
    return (Array.isArray(body) ? body[0] : body) as Stored
  }
  const refusal = async (name: string, bytes: Uint8Array, path?: string) => {
    const { status, body } = await send(name, bytes, path)
    assert.equal(status, 400, JSON.stringify(body))
    return (body as Refused).error.message
  }
  const read = (file: Stored) => readFile(join(uploads(), file.url.replace('/uploads/', '')))

  it('no path leaves metadata in any size of a picture, or in a film', async () => {
    const large = await photograph(1600, 1200)
    const made = await upload('宣传台.jpg', large)
    await upload('宣传台.jpg', large, '/upload/files')
    await upload('新的.jpg', await photograph(1200, 900), `/upload?id=${made.id}`)
    await upload('再换.jpg', large, `/upload/files/${made.id}/replace`)
    const word = writeDocx(['题目', '第一段。'], [], { picture: await photograph() })
    assert.equal((await author.send('/desk/writing/word', '文章.docx', word)).status, 200)
    await upload('短片.mp4', await tagged())

    const files = await readdir(uploads())
    assert.ok(
      files.some((name) => name.startsWith('thumbnail_')),
      'no smaller sizes were made',
    )
    for (const name of files) {
      const bytes = await readFile(join(uploads(), name))
      assert.ok(!bytes.includes('CANARY'), `${name} still tells of its camera`)
      if (!/\.(?:jpg|png|webp)$/.test(name)) continue
      const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata()
      assert.deepEqual([exif, xmp, iptc, orientation], Array(4).fill(undefined), name)
    }
    const { width, height } = await sharp(await read(made)).metadata()
    assert.deepEqual([width, height], [1200, 1600], 'the picture lies on its side')
  })

  it('what of a film does not come in is noted with it, until another takes its place', async () => {
    const noted = async ({ id }: Stored) => {
      const { body } = await author.call('GET', `/upload/files/${id}`)
      return (body as { provider_metadata?: { left: string[] } | null }).provider_metadata?.left
    }
    const film = telephoneFilm({ words: ['一', '二'], chapters: true, second: 'apac' })
    const made = await upload('有章节.mov', film)
    assert.deepEqual(await noted(made), [
      '章节的名称（要用的，请填到“分段”里）',
      '空间音频（普通的声音在）',
    ])
    const again = await upload('没有章节.mov', telephoneFilm(), `/upload?id=${made.id}`)
    assert.equal(await noted(again), undefined)
  })

  it('a file goes by its bytes, not by its name', async () => {
    const png = await sharp(await photograph())
      .png()
      .toBuffer()
    const { name, mime, url } = await upload('截图.jpg', png)
    assert.deepEqual([name, mime], ['截图.png', 'image/png'])
    assert.match(url, /^\/uploads\/file-[a-z]{10}\.png$/)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    assert.match(await refusal('标志.png', svg), /可以上传/)
    assert.match(await refusal('标志.svg', svg), /不能上传/)
    const picture = await upload('甲.jpg', await photograph())
    const other = `/upload?id=${picture.id}`
    assert.match(await refusal('乙.vtt', Buffer.from(captions()), other), /同类/)
  })

  it('what cameras and editing programs make is taken, the rest refused by its name', async () => {
    const subrip = Buffer.from('\ufeff1\r\n00:00:00,500 --> 00:00:02,000\r\n谢谢\r\n', 'utf16le')
    assert.equal((await upload('字幕.srt', subrip)).mime, 'text/vtt')
    for (const [name, film] of [
      ['相机.mp4', telephoneFilm({ brand: 'XAVC' })],
      ['手机.mov', telephoneFilm()],
    ] as const) {
      const made = await upload(name, film)
      assert.deepEqual([made.mime, made.name.slice(-4)], ['video/mp4', '.mp4'])
    }
    for (const [name, bytes, words] of [
      ['老手机.mp4', telephoneFilm({ brand: 'mp42', sound: 'samr' }), /声音编码是 AMR.*AAC/],
      ['老手机.3gp', telephoneFilm({ brand: '3gp5', codec: 's263' }), /画面编码是 H\.263/],
      ['录音.amr', Buffer.from(`#!AMR\n${'<'.repeat(300)}`), /AMR 录音/],
      [
        '录音.ogg',
        Buffer.from(`OggS\0\x02${'\0'.repeat(22)}OpusHead\x01${'\0'.repeat(20)}`),
        /OGG 录音/,
      ],
      ['图.gif', Buffer.from(`GIF89a${'\0'.repeat(30)}`, 'latin1'), /GIF 图片.*JPEG/],
      ['文章.docx', writeDocx(['题目', '第一段。']), /导入 Word/],
      ['说明.txt', Buffer.from('说明'), /可以上传/],
    ] as const) {
      assert.match(await refusal(name, bytes), words)
    }
  })

  it('a leaflet loses its author, and what is noted on it is found before it is published', async () => {
    const note = '<</Subtype/Text/Rect[1 1 9 9]/Contents(call 13800138000)/T(clerk)>>'
    const told = leaflet({
      page: '/Annots[6 0 R]',
      more: [note, `<</Author${pdfText('王小经办')}/Producer(CANARY)>>`],
      trailer: '/Info 7 0 R',
    })
    const { text } = await readPdf(await read(await upload('折页.pdf', told)))
    assert.match(text, /13800138000/)
    assert.doesNotMatch(text, /王小经办|CANARY|clerk/)
  })

  it('a name that leads to a person is refused, at upload and when it is changed', async () => {
    const photo = await photograph()
    assert.match(await refusal('张某 13800138000.jpg', photo), /文件名里有电话号码/)
    const { id } = await upload('现场.jpg', photo)
    const change = { fileInfo: { name: '13800138000.jpg' } }
    const { status } = await author.call('POST', `/upload?id=${id}`, change)
    assert.equal(status, 400)
  })

  it('nothing is fetched from an address', async () => {
    const asked: string[] = []
    const trap = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
    const { port } = trap.address() as AddressInfo
    const urls = [`http://127.0.0.1:${port}/a.jpg`]
    const answer = await author.stream('/upload/actions/upload-from-urls', { urls })
    assert.match(answer, /不能从网址上传/)
    assert.deepEqual(asked, [])
    await new Promise((resolve) => trap.close(resolve))
  })

  it('a film fills in its length; without captions or with those of another it is not submitted', async () => {
    const { id } = await upload('短片.mp4', await tagged())
    const entry = {
      title: '六十天怎么算',
      slug: 'sixty-days',
      summary: '一句话摘要。',
      source: '本局',
      file: id,
      silent: false,
      demonstration: true,
    }
    const made = await author.call('POST', collection('video'), entry)
    const { documentId, durationSeconds } = (made.body as { data: Record<string, unknown> }).data
    assert.equal(durationSeconds, 54)
    const address = `${collection('video')}/${String(documentId)}`
    const submit = async () => {
      const path = `/desk/editions/api::video.video/${String(documentId)}/steps`
      return JSON.stringify((await author.call('POST', path, { kind: 'submit' })).body)
    }
    const first = await submit()
    assert.match(first, /字幕文件：还没有字幕/)
    assert.match(first, /文字稿/)
    const poster = (await upload('封面.jpg', await photograph())).id
    const late = (await upload('别的.vtt', Buffer.from(captions('00:01:20.000')))).id
    const whole = { ...entry, body: '文字稿。', poster, captions: late, durationSeconds: 12 }
    await author.call('PUT', address, whole)
    assert.match(await submit(), /字幕到 1:20 才结束，视频只有 0:54/)
    const right = (await upload('字幕.vtt', Buffer.from(captions()))).id
    await author.call('PUT', address, { ...whole, captions: right })
    assert.doesNotMatch(await submit(), /error/)
  })

  it('what Strapi refuses is told in Chinese, field by field', async () => {
    const entry = {
      title: '题'.repeat(300),
      slug: 'too-long',
      summary: '摘要',
      demonstration: true,
    }
    const { status, body } = await author.call('POST', collection('essay'), entry)
    assert.equal(status, 400)
    assert.match((body as Refused).error.message, /最多 120 个字/)
    const login = await fetch(`${cms.cms}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'nobody@example.cn', password: 'wrong' }),
    })
    assert.match(await login.text(), /账号或密码不正确/)
  })
})
