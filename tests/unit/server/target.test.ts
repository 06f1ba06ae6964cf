import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { readTarget } from '../../../site/src/server/http/request-target.ts'

it('reads the path below the base path, decoded once', () => {
  assert.deepEqual(readTarget('/%E6%9D%A1%E4%BE%8B/?a=1?b', ''), {
    ok: true,
    path: '/条例/',
    search: '?a=1?b',
    doubled: false,
  })
  const plain = { ok: true, search: '', doubled: false }
  assert.deepEqual(readTarget('/xfj/guides/', '/xfj'), { ...plain, path: '/guides/' })
  assert.deepEqual(readTarget('/xfj', '/xfj'), { ...plain, path: '' })
  const doubled = { ok: true, path: '/guides/', search: '?a=//b', doubled: true }
  assert.deepEqual(readTarget('//xfj///guides//?a=//b', '/xfj'), doubled)
  assert.deepEqual(readTarget('/xfjx/', '/xfj'), { ok: false, status: 404 })
})

it('never gives out a path that a second reading would read otherwise', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '/',
    '//',
    '\\',
    '%2e',
    '%2E',
    '%2f',
    '%5c',
    '%25',
    '%00',
    'a',
    '条',
    '%E6%9D%A1',
    '%',
    '?',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('', '/xfj'), (pieces, base) => {
      const target = readTarget(`${base}/${pieces.join('')}`, base)
      if (!target.ok) return
      assert.ok(target.path === '' || target.path.startsWith('/'))
      assert.ok(!target.path.includes('//'))
      assert.doesNotMatch(target.path, /[\\\u0000-\u001f]|%2e|%2f|%5c/i)
    }),
    { numRuns: 2_000 },
  )
})
