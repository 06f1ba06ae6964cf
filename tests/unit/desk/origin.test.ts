import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { isForeign, ownOrigins, type Sender } from '../../../cms/src/strapi/guards/origin.ts'

const own = ownOrigins(new Set(['localhost:1337']), 'https://desk.example.gov.cn')
const program: Sender = { method: 'POST', origin: '', site: '', mode: '', dest: '' }

it('lets the desk’s own pages and programs in', () => {
  assert.deepEqual(own, ['http://localhost:1337', 'https://desk.example.gov.cn'])
  assert.equal(isForeign(program, own), false)
  for (const origin of own) {
    assert.equal(isForeign({ ...program, origin, site: 'same-origin' }, own), false)
  }
})

it('lets in who follows a link or types the address, but no frame and no form', () => {
  const link = { ...program, method: 'GET', site: 'cross-site', mode: 'navigate', dest: 'document' }
  assert.equal(isForeign(link, own), false)
  assert.equal(isForeign({ ...link, site: 'none' }, own), false)
  assert.equal(isForeign({ ...link, dest: 'iframe' }, own), true)
  assert.equal(isForeign({ ...link, method: 'POST' }, own), true)
})

it('refuses every other origin, whatever else the request says', () => {
  const any = fc.record({
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'),
    origin: fc.webUrl().map((url) => new URL(url).origin),
    site: fc.constantFrom('', 'none', 'same-origin', 'same-site', 'cross-site'),
    mode: fc.constantFrom('', 'cors', 'no-cors', 'navigate'),
    dest: fc.constantFrom('', 'document', 'iframe', 'image'),
  })
  fc.assert(fc.property(any, (sender) => own.includes(sender.origin) || isForeign(sender, own)))
})
