import assert from 'node:assert/strict'
import { it } from 'node:test'
import { runningTexts } from '../../../cms/src/admin/saving/running-text.ts'

it('offers to keep both texts of running texts alone, never of days, choices, numbers or titles', () => {
  const field = (name: string, type: string) => ({ name, type })
  const layout = [
    [[field('title', 'string'), field('slug', 'string')], [field('body', 'richtext')]],
    [[field('summary', 'text'), field('receivedOn', 'date'), field('publicationTime', 'datetime')]],
    [[field('category', 'string'), field('order', 'integer'), field('moment', 'decimal')]],
    [[field('pinned', 'boolean'), field('unit', 'relation'), field('parts', 'component')]],
  ]
  assert.deepEqual([...runningTexts(layout)].sort(), ['body', 'summary'])
})
