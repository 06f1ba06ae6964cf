import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPersonal } from '../../../content/privacy/find.ts'
import { textOfMarkdown } from '../../../cms/src/writing/markdown/plain-text.ts'

const kindsIn = (text: string, known: string[] = []) =>
  findPersonal(textOfMarkdown(text), known).map(({ kind }) => kind)

test('marks inside a number or a name part nothing', () => {
  const texts = [
    '手机 139**1380**0138',
    '手机 [139](https://example.com)1380*0138*',
    '手机 139~~1380~~0138',
    '手机 139\n1380\n0138',
    '手机 139\\\n13800138',
    '- 手机 **1**3913800138',
    '| 手机 |\n| --- |\n| 139**1380**0138 |',
    '![门前 13913800138](/media/a.png)',
    '![灯](/media/lamp-13913800138.png)',
    '[灯](/media/%31%33%39%31%33%38%30%30%31%33%38.pdf)',
    '手机 &#49;3913800138',
  ]
  for (const text of texts) assert.deepEqual(kindsIn(text), ['phone'], text)
  assert.deepEqual(kindsIn('**马**超反映', ['马超']), ['name'])
  assert.deepEqual(kindsIn('[马](https://example.com)超反映', ['马超']), ['name'])
})

test('borders of blocks and cells part what stands on both sides', () => {
  const texts = [
    '139\n\n1380\n\n0138',
    '- 139\n- 1380\n- 0138',
    '| 139 | 1380 | 0138 |\n| --- | --- | --- |\n| 139 | 1380 | 0138 |',
    '# 139\n13800138',
    '5栋\n\n1602',
  ]
  for (const text of texts) assert.deepEqual(kindsIn(text), [], text)
})
