import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { globSync, lstatSync, readFileSync, rmSync, truncateSync, unlinkSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { makeRelease } from '../../../scripts/build/make-release.ts'
import { readEnvironment } from '../../../content/schema/operation/environment.ts'
import { openHistory, publication, type Publication } from '../../support/release/history.ts'

let temp: string
before(async () => {
  temp = await mkdtemp(join(tmpdir(), 'takes-over-'))
})
after(() => rm(temp, { recursive: true, force: true }))

/** So many notices that lists have pages with numbers of their own. */
const notices = 34

/** Every file of a release with a digest of its bytes; the manifest tells when each was written. */
function bytesOf(release: string): Record<string, string> {
  const files = globSync('**/*', { cwd: release }).filter((name) => {
    return name !== 'content/manifest.json' && lstatSync(join(release, name)).isFile()
  })
  return Object.fromEntries(
    files.sort().map((name) => {
      const bytes = readFileSync(join(release, name))
      return [name, createHash('sha256').update(bytes).digest('hex')]
    }),
  )
}

async function office() {
  const folder = await mkdtemp(join(temp, 'office-'))
  const [content, data] = [join(folder, 'content'), join(folder, 'data')]
  const publish = await openHistory(content, notices)
  const build = (out: string, dataDir: string, earlier?: string) =>
    makeRelease(readEnvironment({ CONTENT_DIR: content, DATA_DIR: dataDir }), out, { earlier })
  let made = 0
  return {
    publish,
    /** Makes a release of what is published now, out of an earlier one. */
    async release(earlier?: string): Promise<string> {
      const out = join(data, 'releases', String((made += 1)))
      await build(out, data, earlier)
      return out
    },
    /** The bytes of a release that is made from nothing. */
    async whole(): Promise<Record<string, string>> {
      const out = join(folder, 'whole', 'release')
      await build(out, join(folder, 'whole-data'))
      const bytes = bytesOf(out)
      for (const name of ['whole', 'whole-data']) rmSync(join(folder, name), { recursive: true })
      return bytes
    },
  }
}

describe('a release that takes over what has not changed', () => {
  it('is the one that is made from nothing, byte for byte, after any publications', async () => {
    const histories = fc.array(publication, { minLength: 2, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(histories, async (history: Publication[]) => {
        const { publish, release, whole } = await office()
        const first = await release()
        const before = bytesOf(first)
        let last = first
        for (const one of history) {
          await publish(one)
          last = await release(last)
        }
        assert.deepEqual(bytesOf(last), await whole())
        // Releases share their files: nothing was written into an earlier one.
        assert.deepEqual(bytesOf(first), before)
      }),
      { numRuns: Number(process.env['HISTORIES'] ?? 4) },
    )
  })

  it('shares files with it, and of one more notice makes a few', async () => {
    const { publish, release } = await office()
    // The first of a year adds a way to look at the notices, which every list shows.
    await publish({ kind: 'publish', which: 0 })
    const first = await release()
    await publish({ kind: 'publish', which: 0 })
    const second = await release(first)
    const pages = globSync('client/**/*.html', { cwd: second })
    const isNew = (name: string) => lstatSync(join(second, name)).nlink === 1
    const made = pages.filter(isNew)
    assert.ok(made.includes('client/notices/index.html'))
    // What is like a notice may have changed, in a library as small as this one; lists have not.
    const others = made.filter((name) => !/^client\/notices\/n-\d+\//.test(name))
    assert.ok(others.length < pages.length / 8, others.join(' '))
    assert.deepEqual(
      others.filter((name) => /\/page\/\d+\//.test(name)),
      [],
    )
  })

  it('makes anew what is missing or damaged there, and everything where its manifest is', async () => {
    const { release, whole } = await office()
    const first = await release()
    const expected = bytesOf(first)
    const damaged = `${first}-damaged`
    await cp(first, damaged, { recursive: true, preserveTimestamps: true })
    const picture = globSync('client/_astro/*.webp', { cwd: damaged })[0] ?? ''
    const record = globSync('client/search-index/*/pagefind/fragment/*', { cwd: damaged })[0] ?? ''
    for (const name of ['client/notices/index.html', 'server/entry.mjs', picture, record]) {
      unlinkSync(join(damaged, name))
    }
    for (const name of ['client/index.html', 'client/notices/n-3/index.html.br']) {
      truncateSync(join(damaged, name), 10)
    }
    assert.deepEqual(bytesOf(await release(damaged)), expected)
    truncateSync(join(damaged, 'content', 'manifest.json'), 100)
    assert.deepEqual(bytesOf(await release(damaged)), expected)
    await rename(damaged, `${damaged}-gone`)
    assert.deepEqual(bytesOf(await release(damaged)), expected)
    assert.deepEqual(await whole(), expected)
  })
})
