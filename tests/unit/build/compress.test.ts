import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { compressFile } from '../../../scripts/build/release/compress.ts'

const page = Buffer.from('信访 '.repeat(800))

it('puts a text beside itself compressed, and leaves what is short or packed', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'compress-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  const packed = await compressFile(join(folder, 'index.html'), page)
  assert.equal(await compressFile(join(folder, 'a.txt'), Buffer.from('short')), undefined)
  assert.equal(await compressFile(join(folder, 'film.mp4'), Buffer.alloc(9_000)), undefined)
  assert.deepEqual(readdirSync(folder).sort(), ['index.html.br', 'index.html.gz'])
  const [br, gz] = ['br', 'gz'].map((end) => readFileSync(join(folder, `index.html.${end}`)))
  assert.ok(br && gz)
  assert.deepEqual(packed, { br: br.length, gz: gz.length })
  assert.deepEqual([brotliDecompressSync(br), gunzipSync(gz)], [page, page])
})

it('never writes into a file that is there, which another release may share', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'compress-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  await compressFile(join(folder, 'index.html'), page)
  await assert.rejects(compressFile(join(folder, 'index.html'), page), /EEXIST/)
})
