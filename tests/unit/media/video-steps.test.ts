import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { askedSteps, steps } from '../../../site/src/petition-form/form/steps.ts'
import { root } from '../../support/machine/installation.ts'

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const read = (path: string) => readFileSync(join(root, 'content', path), 'utf8')

it('shows in the film about filing the steps that the form asks, as many and in their order', () => {
  const text = read('videos/file-online-in-five-steps.md')
  const [all, few] = [askedSteps(true), askedSteps(false)].map(({ length }) => numerals[length])
  assert.ok(text.includes(`一步只问一件事，一共${all}步`))
  assert.ok(text.includes(`不问“有了进展怎样告诉您”，一共${few}步`))
  const table = text.slice(text.indexOf('| 表上 |'), text.indexOf('## 0:00'))
  const asked = steps.map(({ title }) => table.indexOf(title))
  assert.ok(asked.every((place) => place >= 0))
  assert.deepEqual(
    asked,
    asked.toSorted((one, other) => one - other),
  )
})

it('says in its captions what its page says', () => {
  const text = read('videos/file-online-in-five-steps.md')
  const said = [...text.matchAll(/\*\*字幕\*\*：(.+)/g)].map(([, words]) => words)
  const shown = read('media/file-online-in-five-steps.vtt')
    .split('\n')
    .filter((line) => line && !/^(?:WEBVTT|\d+$|\d\d:)/.test(line))
  const bare = (words: string) => words.replace(/[，。、\s]/g, '')
  assert.equal(bare(said.join('')), bare(shown.join('')))
})
