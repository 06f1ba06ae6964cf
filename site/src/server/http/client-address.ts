import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Proxies before the portal: how many, or their addresses and networks (`10.0.0.0/8`). */
export type TrustedProxies = number | readonly string[]

/**
 * Says which address a request came from, for limits: the socket's, or behind proxies that are
 * trusted the right-most entry of `X-Forwarded-For` that none of them is. What stands to the left of
 * it may be forged. IPv6 addresses are told apart by their first 64 bits, for whoever has one has
 * them all. Neither logged nor stored.
 */
export function addressReader(trusted: TrustedProxies): (request: IncomingMessage) => string {
  const isProxy = proxyTest(trusted)
  return ({ socket, headers }) =>
    clientAddress(socket.remoteAddress ?? '', String(headers['x-forwarded-for'] ?? ''), isProxy)
}

/** Whether the sender that is `hops` steps away from the portal, 0 being the nearest, is a proxy. */
export type ProxyTest = (address: string, hops: number) => boolean

export function proxyTest(trusted: TrustedProxies): ProxyTest {
  if (typeof trusted === 'number') return (_, hops) => hops < trusted
  const proxies = new BlockList()
  for (const entry of trusted) {
    const [address = '', bits] = entry.split('/')
    const plain = plainAddress(address) ?? address
    const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) proxies.addAddress(plain, family)
    else proxies.addSubnet(plain, Number(bits), family)
  }
  return (address) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** The nearest sender that is no trusted proxy. An entry that is no address is told by its proxy. */
export function clientAddress(socket: string, forwardedFor: string, isProxy: ProxyTest): string {
  let nearest = plainAddress(socket)
  if (nearest === null) return ''
  const entries = forwardedFor.split(',').reverse()
  for (const [hops, entry] of entries.entries()) {
    if (!isProxy(nearest, hops)) break
    const further = plainAddress(entry)
    if (further === null) break
    nearest = further
  }
  return network(nearest)
}

/** An address without port, brackets and zone; IPv4 within IPv6 as IPv4. `null` where it is none. */
function plainAddress(typed: string): string | null {
  const text = typed.trim()
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  const address = bare.replace(/%.*$/, '')
  if (isIP(address) === 0) return null
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address.toLowerCase()
}

function network(address: string): string {
  if (isIP(address) !== 6) return address
  // The URL parser writes every IPv6 address in its one short form.
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = '', tail] = short.split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const left = groups(head)
  const right = tail === undefined ? [] : groups(tail)
  const zeros = Array<string>(8 - left.length - right.length).fill('0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
