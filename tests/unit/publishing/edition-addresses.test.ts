import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  absentOf,
  redirectsOf,
  type Whereabouts,
} from '../../../cms/src/publishing/editions/addresses.ts'

/** An entry that had these addresses, `name@moment`, oldest first. */
const entry = (live: boolean, ...addresses: string[]): Whereabouts => ({
  live,
  addresses: addresses.map((address) => {
    const [path = '', at = ''] = address.split('@')
    return { path, at }
  }),
})

describe('earlier addresses', () => {
  it('lead to the present one in one step', () => {
    const moved = entry(true, '/a/@1', '/b/@2', '/b/@3', '/c/@4')
    assert.deepEqual(redirectsOf([moved]), [
      { from: '/a/', to: '/c/' },
      { from: '/b/', to: '/c/' },
    ])
  })

  it('never leave an address that is in use, there and back again', () => {
    assert.deepEqual(redirectsOf([entry(true, '/a/@1', '/b/@2', '/a/@3')]), [
      { from: '/b/', to: '/a/' },
    ])
    assert.deepEqual(redirectsOf([entry(true, '/a/@1', '/b/@2'), entry(true, '/a/@3')]), [])
  })

  it('of a withdrawn entry stand for it, unless another has come there since', () => {
    const gone = entry(false, '/old/@1', '/a/@2')
    assert.deepEqual(absentOf([gone]), [gone])
    assert.deepEqual(redirectsOf([gone]), [{ from: '/old/', to: '/a/' }])
    const newcomer = entry(true, '/a/@3')
    assert.deepEqual(absentOf([gone, newcomer]), [])
    assert.deepEqual(redirectsOf([gone, newcomer]), [])
  })

  it('make neither chains nor loops, whatever moved where', () => {
    const path = fc.constantFrom('/a/', '/b/', '/c/', '/d/')
    const whereabouts = fc.array(
      fc.record({ live: fc.boolean(), paths: fc.array(path, { minLength: 1, maxLength: 5 }) }),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(whereabouts, (drawn) => {
        let clock = 10
        const taken = new Set<string>()
        const entries = drawn.map(({ live, paths }) => {
          const last = paths.at(-1) ?? ''
          // Two entries are never live at one address: the CMS refuses the second.
          const isLive = live && !taken.has(last)
          if (isLive) taken.add(last)
          return entry(isLive, ...paths.map((p) => `${p}@${(clock += 1)}`))
        })
        const redirects = redirectsOf(entries)
        const from = new Set(redirects.map((redirect) => redirect.from))
        const absent = new Set(absentOf(entries).map(({ addresses }) => addresses.at(-1)?.path))
        assert.equal(from.size, redirects.length)
        for (const { to } of redirects) {
          assert.ok(!from.has(to))
          assert.ok(taken.has(to) || absent.has(to), 'leads nowhere')
        }
        for (const live of taken) assert.ok(!from.has(live) && !absent.has(live))
      }),
      { numRuns: 2_000 },
    )
  })
})
