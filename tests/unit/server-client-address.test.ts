import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { clientAddress, proxyTest } from '../../site/src/server/http/client-address.ts'

const ip = fc.oneof(fc.ipV4(), fc.ipV6())
const forged = fc
  .array(fc.oneof(ip, fc.string(), fc.constant('10.0.0.9')))
  .map((all) => all.join(','))
const alone = (address: string) => clientAddress(address, '', proxyTest(0))

it('is the address of the socket, whatever is claimed, where no proxy is trusted', () => {
  fc.assert(
    fc.property(ip, forged, (socket, claimed) => {
      assert.equal(clientAddress(socket, claimed, proxyTest(0)), alone(socket))
      assert.equal(clientAddress(socket, claimed, proxyTest([])), alone(socket))
    }),
  )
})

it('is what the trusted proxy saw, whatever the client wrote before it', () => {
  fc.assert(
    fc.property(ip, forged, (client, claimed) => {
      const header = claimed === '' ? client : `${claimed}, ${client}`
      assert.equal(clientAddress('10.0.0.1', header, proxyTest(1)), alone(client))
      const two = `${header}, 10.0.0.2`
      assert.equal(clientAddress('10.0.0.1', two, proxyTest(2)), alone(client))
    }),
  )
})

it('is the right-most address that is none of the listed proxies', () => {
  const proxies = proxyTest(['10.0.0.0/8', 'fd00::/8', '192.0.2.7'])
  const seen = (socket: string, header: string) => clientAddress(socket, header, proxies)
  assert.equal(seen('10.1.1.1', '203.0.113.5, 192.0.2.7, 10.9.9.9'), '203.0.113.5')
  assert.equal(seen('::ffff:10.1.1.1', '203.0.113.5'), '203.0.113.5')
  assert.equal(seen('fd00::1', '1.1.1.1, 203.0.113.5'), '203.0.113.5')
  // Whoever reaches the portal past the proxy is taken for himself.
  assert.equal(seen('198.51.100.3', '203.0.113.5'), '198.51.100.3')
  assert.equal(seen('10.1.1.1', ''), '10.1.1.1')
  assert.equal(seen('10.1.1.1', 'unknown'), '10.1.1.1')
  assert.equal(seen('10.1.1.1', '203.0.113.5:4711'), '203.0.113.5')
  assert.equal(seen('10.1.1.1', '[2001:db8:1:2:3::9]:4711'), '2001:db8:1:2')
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
