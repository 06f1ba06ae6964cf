import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { regulation } from '../../../content/schema/entries/regulation.ts'
import { hasOfficialText } from '../../../site/src/library/regulation.ts'
import { parseRight } from '../../support/law/parse.ts'

test('a text without articles is the official text, a guide alone is not', async () => {
  const amendment = await parseRight(
    '# 公共长椅管理办法修正案',
    '为了让更多的人有地方坐，对办法作如下修改：',
    '一、将长椅改为长凳。',
  )
  assert.equal(hasOfficialText(amendment), true)
  assert.equal(hasOfficialText(await parseRight('# 公共长椅管理办法', '第一条 坐。')), true)
  const bundled = new URL(
    '../../../content/regulations/petition-work-regulations.json',
    import.meta.url,
  )
  const guide = regulation.parse(JSON.parse(await readFile(bundled, 'utf8')))
  assert.equal(hasOfficialText(guide), false)
})
