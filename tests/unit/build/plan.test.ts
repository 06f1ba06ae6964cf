import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import type { FileFacts, Manifest } from '../../../scripts/build/release/manifest.ts'
import { readManifest, writeManifest } from '../../../scripts/build/release/manifest.ts'
import { planFiles } from '../../../scripts/build/release/plan.ts'
import { takeOver } from '../../../scripts/build/release/take-over.ts'

const facts = (key: string, part: Partial<FileFacts> = {}): FileFacts => ({
  ...{ key, size: 1, time: 1, signs: [], links: [], pictures: {}, made: [] },
  ...part,
})
const manifest = (files: Record<string, FileFacts>): Manifest => ({
  ...{ frame: 'f', files: new Map(Object.entries(files)), shards: new Map() },
})
const none = () => undefined

describe('what a release takes over', () => {
  const earlier = manifest({ a: facts('1'), b: facts('2', { pictures: { 'media/x.jpg': 'd' } }) })
  const wanted = [
    { file: 'a', key: '1' },
    { file: 'b', key: '2' },
    { file: 'c', key: '3' },
  ]
  const kept = (now: (path: string) => string | undefined, frame = 'f', from = wanted) =>
    planFiles(from, earlier, frame, now).keep.map(({ file }) => file)

  it('is what is made of the same, with the same pictures', () => {
    assert.deepEqual(
      kept(() => 'd'),
      ['a', 'b'],
    )
    assert.deepEqual(
      kept(() => 'other'),
      ['a'],
    )
    assert.deepEqual(kept(none), ['a'])
    assert.deepEqual(
      kept(() => 'd', 'f', [{ file: 'a', key: '9' }]),
      [],
    )
  })

  it('is nothing where the program, the settings or the address are others, or no release was before', () => {
    assert.deepEqual(
      kept(() => 'd', 'other'),
      [],
    )
    assert.deepEqual(planFiles(wanted, undefined, 'f', none), { keep: [], make: wanted })
  })
})

describe('files that two releases share', () => {
  function place(context: TestContext) {
    const folder = mkdtempSync(join(tmpdir(), 'plan-'))
    context.after(() => rmSync(folder, { recursive: true, force: true }))
    const file = 'client/a/index.html'
    mkdirSync(join(folder, 'one', 'client', 'a'), { recursive: true })
    for (const end of ['', '.br', '.gz']) writeFileSync(join(folder, 'one', file + end), 'text')
    const { size, mtimeMs } = statSync(join(folder, 'one', file))
    const known = facts('1', { size, time: mtimeMs, packed: { br: 4, gz: 4 } })
    const take = (to: string) =>
      takeOver(join(folder, 'one'), join(folder, to), [{ file }], () => known)
    return { folder, file, take }
  }

  it('are one, with what lies compressed beside them', (context) => {
    const { folder, file, take } = place(context)
    assert.deepEqual(take('two'), { taken: [{ file }], damaged: [] })
    for (const end of ['', '.br', '.gz']) {
      const [one, two] = ['one', 'two'].map((name) => statSync(join(folder, name, file + end)))
      assert.equal(two?.ino, one?.ino)
    }
  })

  it('are not taken over where one of them is not as it was made', (context) => {
    for (const end of ['', '.br', '.gz']) {
      const { folder, file, take } = place(context)
      truncateSync(join(folder, 'one', file + end), 1)
      assert.deepEqual(take('two'), { taken: [], damaged: [{ file }] }, end)
    }
  })
})

it('a manifest is read as it was written, and one that is cut off is none', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'content'))
  const sign = { kind: 'phone', digest: 'abc' } as const
  const written: Manifest = {
    ...manifest({
      'client/a.html': facts('1', { signs: [sign], links: ['/a/', '/b/'], made: ['p.webp'] }),
      'client/b.html': facts('2', { links: ['/b/'], packed: { br: 2, gz: 3 } }),
    }),
    shards: new Map([['s', [{ path: '/a/', sign }]]]),
  }
  await writeManifest(folder, written)
  assert.deepEqual(await readManifest(folder), written)
  truncateSync(join(folder, 'content', 'manifest.json'), 50)
  assert.equal(await readManifest(folder), undefined)
})
