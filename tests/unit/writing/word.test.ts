import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { convertWord } from '../../../cms/src/writing/word/convert.ts'
import { writeDocx } from '../../support/law/docx.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'word-test-'))
})
after(() => rm(folder, { recursive: true, force: true }))

async function photograph(): Promise<Buffer> {
  const plain = sharp({ create: { width: 60, height: 40, channels: 3, background: '#345' } })
  const exif = { IFD0: { Make: 'SecretCamera', Artist: '张三' } }
  return plain.jpeg().withExif(exif).toBuffer()
}

async function read(bytes: Buffer) {
  const converted = await convertWord(bytes, folder)
  return converted.ok ? converted : assert.fail(converted.error)
}

async function refusal(bytes: Buffer): Promise<string> {
  const converted = await convertWord(bytes, folder)
  return converted.ok ? assert.fail('it was taken in') : converted.error
}

describe('a Word document taken in', () => {
  it('gives title, summary and text with headings, table, footnote and picture', async () => {
    const bytes = writeDocx(
      [
        { text: '宣传月启动', style: 'Title' },
        '今天上午，宣传月活动启动。',
        { text: '活动安排', style: '1' },
        '第一周集中宣传，<现场>解答 1*2*3。',
        { text: '进社区', style: '2' },
      ],
      [
        ['时间', '地点'],
        ['周一', '市民广场'],
      ],
      { picture: await photograph(), footnote: '条例第十八条' },
    )
    const { title, summary, markdown, notes, pictures } = await read(bytes)
    assert.equal(title, '宣传月启动')
    assert.equal(summary, '今天上午，宣传月活动启动。')
    assert.equal(
      markdown,
      [
        '今天上午，宣传月活动启动。',
        '## 活动安排',
        '第一周集中宣传，<现场>解答 1\\*2\\*3。',
        '### 进社区',
        '| 时间 | 地点 |\n| --- | --- |\n| 周一 | 市民广场 |',
        '![](media/word-picture-1.jpg)',
        '有脚注\\[1]',
        '\\[1] 条例第十八条',
      ].join('\n\n'),
    )
    assert.match(notes.join(), /1 张图片.*替代文字/)
    assert.equal(pictures.length, 1)
  })

  it('makes pictures anew, without what the camera wrote into them', async () => {
    const picture = await photograph()
    assert.ok(picture.includes('SecretCamera'))
    const { pictures } = await read(writeDocx(['一段。', '二段。'], [], { picture }))
    const saved = await readFile(pictures[0]?.path ?? '')
    assert.ok(!saved.includes('SecretCamera'))
    assert.equal((await sharp(saved).metadata()).exif, undefined)
  })

  it('leaves a damaged picture out and says so', async () => {
    const picture = Buffer.from('no picture at all')
    const { markdown, notes } = await read(writeDocx(['一段。', '二段。'], [], { picture }))
    assert.equal(markdown, '一段。\n\n二段。')
    assert.match(notes.join(), /1 张图片没有带入/)
  })

  it('warns of numbers that Word itself makes', async () => {
    const { notes } = await read(writeDocx(['一段。', { text: '一项', numbered: true }]))
    assert.match(notes.join(), /自动编号/)
  })

  it('does not take a first paragraph for a title', async () => {
    assert.equal((await read(writeDocx(['今天开会。', '会上讲了三点。']))).title, '')
    assert.equal(
      (await read(writeDocx(['关于开会的通知', '会上讲了三点。']))).title,
      '关于开会的通知',
    )
  })
})

describe('a Word document refused', () => {
  it('with macros, with a password, damaged or empty: each with its reason', async () => {
    assert.match(await refusal(writeDocx(['x'], [], { macro: true })), /宏/)
    const encrypted = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])
    assert.match(await refusal(encrypted), /密码/)
    assert.match(await refusal(Buffer.from('PK no zip')), /损坏/)
    assert.match(await refusal(Buffer.alloc(0)), /空的/)
    assert.match(await refusal(Buffer.alloc(31 * 1024 * 1024)), /30 MB/)
  })

  it('when its parts unpack to more than they say', async () => {
    const bytes = writeDocx(['x'])
    const bomb = deflateRawSync(Buffer.alloc(50 * 1024 * 1024))
    // The first part of the archive is turned into a small lie about fifty megabytes.
    const end = bytes.length - 22
    const directory = bytes.readUInt32LE(end + 16)
    const first = Buffer.from(
      bytes.subarray(directory, directory + 46 + bytes.readUInt16LE(directory + 28)),
    )
    first.writeUInt16LE(8, 10)
    first.writeUInt32LE(bomb.length, 20)
    first.writeUInt32LE(100, 24)
    const name = first.subarray(46)
    const local = Buffer.concat([
      bytes.subarray(0, 26),
      Buffer.from([name.length, 0, 0, 0]),
      name,
      bomb,
    ])
    first.writeUInt32LE(0, 42)
    const tail = Buffer.from(bytes.subarray(end))
    tail.writeUInt16LE(1, 8)
    tail.writeUInt32LE(first.length, 12)
    tail.writeUInt32LE(local.length, 16)
    assert.match(await refusal(Buffer.concat([local, first, tail])), /损坏/)
  })
})
