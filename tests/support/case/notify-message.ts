import { after } from 'node:test'
import { compose } from '../../../cms/src/casework/notify/templates.ts'
import { startGateway, startMailServer } from './notify-servers.ts'

/** What petitioners are told in tests, by whom and where; nobody has these. */
export const message = compose({
  id: '0123456789abcdef0123456789abcdef',
  number: '1234567890123456',
  state: 'accepted',
  event: null,
  lastDay: '2027-01-23',
  site: 'https://xf.example.cn',
  office: { name: '青禾区信访局', phone: '010-12345678' },
})
export const from = '信访局 <office@example.cn>'
export const address = 'canary-address@example.com'
export const phone = '13800009876'

const stops: (() => Promise<void>)[] = []
after(() => Promise.all(stops.map((stop) => stop())))

/** A mail server that ends with the file's tests. */
export async function mailServer(options?: Parameters<typeof startMailServer>[1]) {
  const server = await startMailServer(0, options)
  stops.push(server.stop)
  return server
}

/** A gateway that ends with the file's tests. */
export async function gateway(...given: Parameters<typeof startGateway>) {
  const server = await startGateway(...given)
  stops.push(server.stop)
  return server
}

/** A refusal as servers write it: with the recipient in it. */
export function refuse(responseCode: number, words = `<${address}>: no such user`) {
  return Object.assign(new Error(words), { responseCode })
}
