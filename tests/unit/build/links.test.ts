import assert from 'node:assert/strict'
import { it } from 'node:test'
import { findDeadLinks, linksIn } from '../../../scripts/build/checks/dead-links.ts'
import { onDemandPages } from '../../../site/src/server/releases/on-demand-pages.ts'

it('every page that the server makes is there to be linked to, and no other that lies nowhere', () => {
  const links = [...onDemandPages.keys(), '/petition/nowhere/', '/moved/', '/', '/a%20b/', '/a.pdf']
  const html = links.map((to) => `<a href="/channel${to}?x#y">读</a>`).join('')
  const found = linksIn(`${html}<a href="https://other.example/">外</a><a href="#here">内</a>`)
  assert.equal(found.length, links.length)
  const files = new Set(['index.html', 'a b/index.html', 'a.pdf'])
  const targets = { files, moved: new Set(['/moved/']), basePath: '/channel' }
  assert.deepEqual(findDeadLinks([['essays/x/index.html', found]], targets), [
    { page: '/essays/x/', to: '/channel/petition/nowhere/' },
  ])
})
