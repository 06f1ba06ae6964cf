import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import type { TestContext } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { compressTexts } from '../../scripts/build/compress.ts'

function place(context: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'compress-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  const release = (name: string, files: Record<string, string | Buffer>) => {
    const client = join(folder, name)
    mkdirSync(join(client, 'guides'), { recursive: true })
    for (const [path, content] of Object.entries(files)) writeFileSync(join(client, path), content)
    return client
  }
  return { cache: join(folder, 'cache'), release }
}

const page = '信访 '.repeat(800)

it('puts each text beside itself compressed, and leaves what is short or packed', async (context) => {
  const { cache, release } = place(context)
  const files = { 'guides/index.html': page, 'a.txt': 'short', 'film.mp4': Buffer.alloc(9_000) }
  const client = release('one', files)
  await compressTexts(client, cache)
  assert.deepEqual(readdirSync(client).sort(), ['a.txt', 'film.mp4', 'guides'])
  const read = (name: string) => readFileSync(join(client, 'guides', name))
  assert.equal(String(brotliDecompressSync(read('index.html.br'))), page)
  assert.equal(String(gunzipSync(read('index.html.gz'))), page)
  assert.equal(String(read('index.html')), page)
})

it('takes what another release had alike from the cache, which holds whole files only', async (context) => {
  const { cache, release } = place(context)
  await compressTexts(release('one', { 'index.html': page }), cache)
  const kept = readdirSync(cache).sort()
  assert.deepEqual(
    kept.map((name) => name.replace(/^[0-9a-f]{32}/, '')),
    ['.br', '.gz'],
  )
  for (const name of kept) writeFileSync(join(cache, name), name)
  const client = release('two', { 'index.html': page, 'other.html': `${page}。` })
  await compressTexts(client, cache)
  assert.deepEqual(
    ['.br', '.gz'].map((end) => readFileSync(join(client, `index.html${end}`), 'utf8')),
    kept,
  )
  const other = readFileSync(join(client, 'other.html.br'))
  assert.equal(String(brotliDecompressSync(other)), `${page}。`)
})
