import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toHan } from '@portal/content/characters/numerals'
import { plainText, provesWhole } from '@portal/content/law/text'
import { articlesOf, parseBytes, parseRight } from '../../support/law/parse.ts'

const words = fc
  .array(fc.constantFrom('长椅', '路灯', '居民', '应当', '可以', '设置', '养护', '，', '、'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) => `在${pieces.join('')}好`)

const items = fc
  .array(words, { maxLength: 4 })
  .map((texts) =>
    texts.map(
      (text, index) => `（${toHan(index + 1)}）${text}${index + 1 < texts.length ? '；' : '。'}`,
    ),
  )
const article = fc.tuple(words, items, fc.array(words, { maxLength: 2 }))
const law = fc.array(fc.array(article, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 5,
})

/** A well-formed law of these chapters, one paragraph a line. */
function write(chapters: [string, string[], string[]][][]): string[] {
  let number = 0
  return chapters.flatMap((articles, index) => [
    `第${toHan(index + 1)}章 好好${toHan(index + 1)}`,
    ...articles.flatMap(([text, list, more]) => {
      number += 1
      const opening = `第${toHan(number)}条 ${text}${list.length > 0 ? '：' : '。'}`
      return [opening, ...list, ...more.map((one) => `${one}。`)]
    }),
  ])
}

function bare(text: string): string {
  return text.replace(/\s/gu, '')
}

test('every well-formed law is read whole, in every text format', async () => {
  await fc.assert(
    fc.asyncProperty(law, fc.constantFrom('md', 'txt', 'html'), async (chapters, kind) => {
      const lines = ['公共设施管理条例', ...write(chapters)]
      const html = lines.map((line) => `<p>${line}</p>`).join('')
      const bytes = Buffer.from(kind === 'html' ? html : lines.join('\n\n'))
      const parsed = await parseBytes(`law.${kind}`, bytes)
      assert.ok(parsed.ok, parsed.ok ? '' : `${parsed.line} ${parsed.error}`)
      const { regulation } = parsed
      assert.equal(articlesOf(regulation).length, chapters.flat().length)
      assert.equal(regulation.divisions.length, chapters.length)
      assert.equal(bare(plainText(regulation).join('')), bare(lines.join('')))
    }),
    { numRuns: 60 },
  )
})

test('a law from which any article but the last is lost is refused', async () => {
  await fc.assert(
    fc.asyncProperty(law, fc.nat(), async (chapters, seed) => {
      const lines = ['公共设施管理条例', ...write(chapters)]
      const heads = lines.flatMap((line, index) => (/^第.+条 /u.test(line) ? [index] : []))
      fc.pre(heads.length > 1)
      const lost = heads[seed % (heads.length - 1)] ?? 0
      const parsed = await parseBytes('law.txt', Buffer.from(lines.toSpliced(lost, 1).join('\n')))
      assert.equal(parsed.ok, false)
    }),
    { numRuns: 60 },
  )
})

test('no text makes the reader throw', async () => {
  const piece = fc.constantFrom(
    ...[
      '第一条',
      '第二条 ',
      '第一章',
      '附件',
      '（一）',
      '一、',
      '“',
      '”',
      '目录',
      '# ',
      '|',
      '。',
      '\n',
      '\n',
      '坐',
      '2031年3月5日通过',
      '：',
    ],
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 60 }),
      fc.constantFrom('md', 'txt', 'html'),
      async (pieces, kind) => {
        const parsed = await parseBytes(`law.${kind}`, Buffer.from(`条例\n${pieces.join('')}`))
        if (!parsed.ok) assert.ok(parsed.error.length > 4)
      },
    ),
    { numRuns: 400 },
  )
})

test('the proof finds a character that was lost, changed, added or moved', async () => {
  const lines = ['条例', '第一条 甲乙丙丁。', '第二条 戊己庚辛。']
  const entry = await parseRight(...lines)
  const source = lines.map((text, index) => ({ text, line: index + 1, depth: 0, row: false }))
  const spoil = (text: string) => {
    const copy = structuredClone(entry)
    const paragraph = articlesOf(copy)[1]?.paragraphs[0]
    if (paragraph) paragraph.text = text
    return provesWhole(source, copy)?.line ?? null
  }
  assert.equal(spoil('戊己庚辛。'), null)
  assert.equal(spoil('戊　己庚 辛。'), null)
  for (const text of ['戊己庚辛', '戊己庚心。', '戊己庚辛。壬', '戊庚己辛。', '']) {
    assert.equal(spoil(text), 3, text)
  }
})
