import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { marksIn } from '../../site/src/search/ask/passage.ts'
import { captionCues } from '../../site/src/search/captions.ts'
import { decodeText, encodeText } from '../../site/src/search/index/charset.ts'
import { variantPairs } from '../../site/src/search/index/variants.ts'
import { sourceIn } from '../../site/src/search/server/source.ts'
import { answer } from '../../site/src/search/show/answer.ts'
import { readState } from '../../site/src/search/show/state.ts'
import { fold } from '../../site/src/search/tokenise.ts'
import { parseVariants } from '../../site/src/search/variants.ts'
import { ask, indexFolder, indexOf, page, section } from '../support/search-index.ts'

const fifteen = '文'.repeat(15)
const show = async (index: Awaited<ReturnType<typeof indexOf>>, address: string) =>
  (await answer(index, readState(new URLSearchParams(address)), async () => ['欠薪'], '')).shown

it('a damaged range rejects; nothing is left unhandled', async () => {
  const folder = indexFolder()
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'a.bin'), Buffer.alloc(50))
  for (let time = 0; time < 50; time += 1)
    await assert.rejects(sourceIn(folder).file('a.bin', [0, 40]))
})
it('a range that breaks off rejects', async () => {
  const folder = indexFolder()
  await mkdir(folder, { recursive: true })
  const whole = deflateRawSync('abcdefg hij')
  for (let cut = 0; cut < whole.length; cut += 1) {
    await writeFile(join(folder, 'a.bin'), whole.subarray(0, cut))
    await assert.rejects(sourceIn(folder).file('a.bin', [0, whole.length]), String(cut))
  }
})
it('a reading that proves wrong does not hide a page that has another reading', async () => {
  const index = await indexOf([
    page('a', { sections: [section(`第34号${fifteen.slice(1)}4条，另见第三十四条`)] }),
  ])
  assert.deepEqual((await ask(index, '第34条')).names, ['a'])
})
it('a phrase that proves to be nowhere is still looked for in other words', async () => {
  const apart = page('a', { sections: [section(`工资${fifteen}资款`)] })
  const index = await indexOf(
    [apart, page('b', { sections: [section('工钱')] })],
    [['工资款', '工钱']],
  )
  const { way, names } = await ask(index, '工资款')
  assert.deepEqual({ way, names }, { way: 'synonym', names: ['b'] })
})
it('and corrections are offered', async () => {
  const index = await indexOf([page('a', { sections: [section(`工资${fifteen}资款`)] })])
  assert.notEqual((await show(index, 'q=工资款')).corrections, '')
})
it('one wrong character in a long pasted sentence leaves near matches', async () => {
  const text = Array.from({ length: 100 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('')
  const index = await indexOf([page('a', { sections: [section(text)] })])
  for (let at = 40; at < 60; at += 1) {
    const { names } = await ask(index, `${text.slice(0, at)}错${text.slice(at + 1)}`)
    assert.deepEqual(names, ['a'], String(at))
  }
})
it('characters that are a compatibility form of a traditional one are found', async () => {
  for (const text of ['\uf902站管理', '⾞站管理']) {
    const index = await indexOf([page('a', { sections: [section(text)] })])
    for (const query of ['车站管理', '車站管理', text])
      assert.deepEqual((await ask(index, query)).names, ['a'], query)
  }
})
it('wide digits are numbers', async () => {
  const index = await indexOf([page('a', { sections: [section('见第三十四条')] })])
  assert.deepEqual((await ask(index, '第３４条')).names, ['a'])
})
it('a page of results repeats nothing of the page before', async () => {
  const pages = Array.from({ length: 24 }, (_, nth) =>
    page(`p${nth}`, { sections: [section(nth < 4 ? `工资${fifteen}资款` : '工资款')] }),
  )
  const index = await indexOf(pages)
  const hrefs = async (at: number) =>
    [...(await show(index, `q=工资款&page=${at}`)).results.matchAll(/href="\/(p\d+)/g)].map(
      ([, name]) => name,
    )
  const all = [...(await hrefs(1)), ...(await hrefs(2))]
  assert.equal(new Set(all).size, all.length)
})
it('a page beyond the last does not say that nothing was found', async () => {
  const index = await indexOf([page('a', { title: '信访' })])
  const { view, status } = await show(index, 'q=信访&page=7')
  assert.ok(view !== 'none' || />0</.test(status), `${view} ${status}`)
})
it('a mark on a part of a sign covers the sign', () => {
  assert.deepEqual(marksIn(fold('㈠提出', new Map()), [['一']]), [{ from: 0, to: 1 }])
})
it('undated pages stand after those from before 1970', async () => {
  const text = { sections: [section('户口')] }
  const index = await indexOf([page('undated', text), page('old', { ...text, date: '1958-01-09' })])
  assert.deepEqual((await ask(index, '户口', {}, 'date')).names, ['old', 'undated'])
})
it('half a character in one page hides nothing in another', async () => {
  const index = await indexOf([
    page('a', { date: '2026-01-01', title: '坏\ud83d' }),
    page('b', { title: '😀好' }),
  ])
  assert.deepEqual((await ask(index, '😀好')).names, ['b'])
})
it('U+FEFF has no width and parts no word', () => {
  assert.equal(fold('信\ufeff访', new Map()).signs.join(''), '信访')
})
it('each other word is named once', async () => {
  const index = await indexOf(
    [page('a', { title: '欠薪 讨薪' }), page('b', { title: '讨薪 拖欠工资' })],
    [['欠薪', '拖欠工资', '讨薪']],
  )
  const { words } = await ask(index, '欠薪 拖欠工资')
  assert.deepEqual(words, [...new Set(words)])
})
it('synonyms do not depend on capitals or width', async () => {
  const index = await indexOf([page('a', { title: '通行卡' })], [['通行卡', 'ETC卡']])
  for (const query of ['ETC卡', 'etc卡', 'ＥＴＣ卡'])
    assert.deepEqual((await ask(index, query)).names, ['a'], query)
})
it('no variant is read as a variant', () => {
  const variants = parseVariants(variantPairs())
  assert.deepEqual(
    [...variants].filter(([, read]) => variants.has(read)),
    [],
  )
})
it('a text that begins with U+FEFF comes out whole', () => {
  assert.equal(decodeText(encodeText('\ufeffa')), '\ufeffa')
})
it('addresses of near results are short', async () => {
  const text = Array.from({ length: 500 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('')
  const index = await indexOf([page('a', { sections: [section(text)] })])
  const { results } = await show(
    index,
    `q=${encodeURIComponent(`${text.slice(0, 250)}错${text.slice(250, -1)}`)}`,
  )
  const [, href = ''] = /href="([^"]*)"/.exec(results) ?? []
  assert.ok(href.length > 0 && href.length < 4000, String(href.length))
})
it('character references in captions are the characters', () => {
  assert.deepEqual(captionCues('00:01.000 --> 00:02.000\n甲 &amp; 乙 &lt;丙&gt;'), [
    { seconds: 1, text: '甲 & 乙 <丙>' },
  ])
})
it('combining marks are one with their letter', async () => {
  const index = await indexOf([page('a', { sections: [section('cafe\u0301')] })])
  for (const query of ['café', 'cafe\u0301'])
    assert.deepEqual((await ask(index, query)).names, ['a'])
})
