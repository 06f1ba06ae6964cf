import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { findDeadLinks } from '../../scripts/build/links.ts'
import { onDemandPages } from '../../site/src/server/releases/on-demand-pages.ts'

it('every page that the server makes is there to be linked to, and no other that lies nowhere', async () => {
  const client = await mkdtemp(join(tmpdir(), 'links-'))
  const links = [...onDemandPages.keys(), '/petition/nowhere/', '/moved/', '/']
  const html = links.map((to) => `<a href="/channel${to}">读</a>`).join('')
  await writeFile(join(client, 'index.html'), html)
  const dead = await findDeadLinks(client, new Set(['/moved/']), '/channel')
  await rm(client, { recursive: true })
  assert.deepEqual(dead, [{ page: '/', to: '/channel/petition/nowhere/' }])
})
