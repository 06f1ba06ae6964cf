import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { looksLikeCaptions } from '../../../cms/src/media/caption-encoding.ts'
import { cleanCaptions } from '../../../cms/src/media/captions.ts'
import { faultOfCaptions, fromSubrip, plainCue, readWebvtt } from '../../../content/entry/webvtt.ts'

const two = (value: number) => String(value).padStart(2, '0')
const stamp = (thousandths: number, point: string) => {
  const seconds = Math.floor(thousandths / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two)
  return `${clock.join(':')}${point}${String(thousandths % 1000).padStart(3, '0')}`
}
const cue = fc
  .tuple(
    fc.integer({ min: 0, max: 3_500_000 }),
    fc.integer({ min: 1, max: 90_000 }),
    fc.constantFrom('一句话', '两行\n字幕', '<b>重</b>'),
  )
  .map(([start, length, text]) => ({ start, end: start + length, text }))
const cues = fc.array(cue, { minLength: 1, maxLength: 20 })

type Written = { start: number; end: number; text: string }[]
const blocks = (all: Written, point: string) =>
  all.map(
    ({ start, end, text }, at) =>
      `${at + 1}\n${stamp(start, point)} --> ${stamp(end, point)}\n${text}`,
  )
const read = (all: Written) =>
  all.map(({ start, end, text }) => ({ start: start / 1000, end: end / 1000, text }))
const close = (text: string, expected: Written) => {
  const found = readWebvtt(text)
  assert.ok(found.ok, JSON.stringify(found))
  const round = ({ start, end, text: said }: Written[number]) =>
    `${start.toFixed(3)} ${end.toFixed(3)} ${said}`
  assert.deepEqual(found.cues.map(round), read(expected).map(round))
}

describe('captions', () => {
  it('what is written is read back, whatever ends the lines', () => {
    fc.assert(
      fc.property(cues, fc.constantFrom('\n', '\r\n', '\r'), (all, end) => {
        const text = ['WEBVTT 片名', ...blocks(all, '.'), 'NOTE 不是字幕'].join('\n\n')
        close(`\uFEFF${text.replaceAll('\n', end)}`, all)
      }),
    )
  })

  it('SubRip says the same as WebVTT', () => {
    fc.assert(fc.property(cues, (all) => close(fromSubrip(blocks(all, ',').join('\n\n')), all)))
  })

  it('SubRip is read as players read it, without marks of the editor', () => {
    const forms = [
      '0:00:01,5 --> 0:00:02,50',
      '00:00:01.500-->00:00:02.500',
      '00:00:01,500 --> 00:00:02,500 X1:1 X2:2',
    ]
    for (const form of forms) {
      const said = `1\n${form}\n{\\an8}<font color="red">甲 <b>乙</b></font>\n`
      assert.equal(looksLikeCaptions(Buffer.from(said)), 'subrip', form)
      close(fromSubrip(said), [{ start: 1500, end: 2500, text: '甲 <b>乙</b>' }])
    }
  })

  it('what editors noted for themselves is not stored', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'captions-'))
    const noted =
      'WEBVTT 张三做\nX-AUTHOR: 张三\n\nNOTE\n内部：不公开\n\n00:01.000 --> 00:02.000\n甲\nNOTE 是一句\n\nNOTE 张三'
    for (const end of ['\n', '\r\n', '\r']) {
      await writeFile(join(folder, 'given'), noted.replaceAll('\n', end))
      await cleanCaptions(join(folder, 'given'), join(folder, 'kept'), 'webvtt')
      const kept = await readFile(join(folder, 'kept'), 'utf8')
      assert.equal(kept, 'WEBVTT\n\n00:01.000 --> 00:02.000\n甲\nNOTE 是一句\n')
    }
    await rm(folder, { recursive: true })
  })

  it('any text is read or refused with a line that is there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const found = readWebvtt(`WEBVTT\n\n${text}`)
        if (!found.ok)
          assert.ok(found.line >= 1 && found.line <= `x\n\n${text}`.split(/\r\n|\r|\n/).length)
      }),
    )
  })

  it('a sentence that a player would skip is refused with its line', () => {
    const line = (text: string) => {
      const found = readWebvtt(text)
      return found.ok ? assert.fail('it was read') : `${found.line} ${found.problem}`
    }
    assert.match(line('字幕'), /^1 .*WEBVTT/)
    assert.match(line('WEBVTT\n00:00.000 --> 00:01.000\n甲'), /^2 .*空一行/)
    assert.match(line('WEBVTT\n\n00:00.000 --> 00:01.000\n甲\n00:02.000 --> 00:03.000\n乙'), /^5 /)
    assert.match(line('WEBVTT\n\n00:03.000 --> 00:01.000\n甲'), /^3 .*不晚于/)
    assert.match(line('WEBVTT\n\n没有时间的一句'), /^3 .*时间/)
  })

  it('captions of another film are told by their end', () => {
    const text = 'WEBVTT\n\n00:00.000 --> 01:20.000\n甲'
    assert.match(faultOfCaptions(text, 54) ?? '', /1:20.*0:54/)
    assert.equal(faultOfCaptions(text, 79.5), undefined)
  })
})

it('says what a cue says, without its tags and references', () => {
  const file =
    'WEBVTT 标题\n\nNOTE 只给编辑看\n\n1\n00:00:01.000 --> 00:00:03.000 align:center\n<v 讲解员>先看&amp;\n归&lrm;哪里管</v>\n\n01:04.900 --> 01:06.000\n<b></b>'
  const read = readWebvtt(file)
  assert.ok(read.ok)
  assert.deepEqual(read.cues.map(plainCue), ['先看& 归哪里管', ''])
})
