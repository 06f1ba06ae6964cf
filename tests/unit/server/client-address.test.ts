import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { it } from 'node:test'
import fc from 'fast-check'
import { addressReader } from '../../../site/src/server/http/client-address.ts'
import type { TrustedProxies } from '../../../site/src/server/http/client-address.ts'

const ip = fc.oneof(fc.ipV4(), fc.ipV6())
const forged = fc
  .array(fc.oneof(ip, fc.string(), fc.constant('10.0.0.9')))
  .map((all) => all.join(','))
const seen = (trusted: TrustedProxies, remoteAddress: string, header = '') =>
  addressReader(trusted)({
    socket: { remoteAddress },
    headers: header === '' ? {} : { 'x-forwarded-for': header },
  } as IncomingMessage)
const alone = (address: string) => seen(0, address)

it('is the address of the socket, whatever is claimed, where no proxy is trusted', () => {
  fc.assert(
    fc.property(ip, forged, (socket, claimed) => {
      assert.equal(seen(0, socket, claimed), alone(socket))
      assert.equal(seen([], socket, claimed), alone(socket))
    }),
  )
})

it('is what the trusted proxy saw, whatever the client wrote before it', () => {
  fc.assert(
    fc.property(ip, forged, (client, claimed) => {
      const header = claimed === '' ? client : `${claimed}, ${client}`
      assert.equal(seen(1, '10.0.0.1', header), alone(client))
      const two = `${header}, 10.0.0.2`
      assert.equal(seen(2, '10.0.0.1', two), alone(client))
    }),
  )
})

it('is the right-most address that is none of the listed proxies', () => {
  const proxies = ['10.0.0.0/8', 'fd00::/8', '192.0.2.7']
  assert.equal(seen(proxies, '10.1.1.1', '203.0.113.5, 192.0.2.7, 10.9.9.9'), '203.0.113.5')
  assert.equal(seen(proxies, '::ffff:10.1.1.1', '203.0.113.5'), '203.0.113.5')
  assert.equal(seen(proxies, 'fd00::1', '1.1.1.1, 203.0.113.5'), '203.0.113.5')
  // Whoever reaches the portal past the proxy is taken for himself.
  assert.equal(seen(proxies, '198.51.100.3', '203.0.113.5'), '198.51.100.3')
  assert.equal(seen(proxies, '10.1.1.1', ''), '10.1.1.1')
  assert.equal(seen(proxies, '10.1.1.1', 'unknown'), '10.1.1.1')
  assert.equal(seen(proxies, '10.1.1.1', '203.0.113.5:4711'), '203.0.113.5')
  assert.equal(seen(proxies, '10.1.1.1', '[2001:db8:1:2:3::9]:4711'), '2001:db8:1:2')
})

it('tells IPv6 networks of 64 bits apart, and nothing within them', () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.ipV6(), (one, two) => {
      const [first, second] = [alone(one), alone(two)]
      assert.equal(first.split(':').length, 4)
      const prefix = (address: string) => new URL(`http://[${address}]`).hostname
      const [left, right] = [prefix(`${first}::`), prefix(`${second}::`)]
      assert.equal(first === second, left === right)
    }),
  )
  assert.equal(alone('2001:db8::1'), alone('2001:0DB8:0:0:ffff::2'))
  assert.equal(alone('fe80::1%eth0'), 'fe80:0:0:0')
  assert.equal(alone('::ffff:192.0.2.1'), '192.0.2.1')
  assert.equal(alone(''), '')
})
