import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import proxyAddr from 'proxy-addr'

/** Proxies before the portal: how many, or their addresses and networks (`10.0.0.0/8`). */
export type TrustedProxies = number | readonly string[]

/**
 * Says which address a request came from, for limits: the socket's, or behind proxies that are
 * trusted the right-most entry of `X-Forwarded-For` that none of them is. What stands to the left of
 * it may be forged; an entry that is no address is told by its proxy. IPv6 addresses are told apart by
 * their first 64 bits, for whoever has one has them all. Neither logged nor stored.
 */
export function addressReader(
  trusted: TrustedProxies,
): (request: Pick<IncomingMessage, 'socket' | 'headers'>) => string {
  const isListed = typeof trusted === 'number' ? null : proxyAddr.compile([...trusted])
  const isProxy = (entry: string, hops: number) => {
    const address = plainAddress(entry)
    if (address === null) return false
    return isListed ? isListed(address, hops) : hops < Number(trusted)
  }
  return (request) => {
    const senders = proxyAddr.all(request as IncomingMessage, isProxy).map(plainAddress)
    return network(senders.findLast((address) => address !== null) ?? '')
  }
}

/** An address without port, brackets and zone; IPv4 within IPv6 as IPv4. `null` where it is none. */
function plainAddress(typed: string | undefined): string | null {
  const text = (typed ?? '').trim()
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
