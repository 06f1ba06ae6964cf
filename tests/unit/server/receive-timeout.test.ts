import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { it } from 'node:test'
import {
  extendReceiveTimeout,
  setReceiveTimeout,
} from '../../../site/src/server/http/receive-timeout.ts'

const head = 'Host: a\r\nContent-Length: 100\r\n\r\nhalf'

/** Sends requests that never arrive whole; what comes back, in the order in which they ended. */
async function ask(paths: readonly string[]): Promise<string[]> {
  const server = createServer((request, response) => {
    setReceiveTimeout(request, 50)
    if (request.url === '/patient') extendReceiveTimeout(request, 400)
    if (request.url === '/answered') response.writeHead(200, { 'content-length': 4 }).write('he')
    // The answer takes longer than the deadline of its request.
    if (request.url === '/answered') setTimeout(() => response.end('re'), 200)
    request.resume()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ended: string[] = []
  const reply = async (path: string) => {
    const socket = connect(port, '127.0.0.1')
    socket.write(
      path === '/answered'
        ? `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`
        : `POST ${path} HTTP/1.1\r\n${head}`,
    )
    let text = ''
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    await once(socket, 'close')
    ended.push(path)
    return text
  }
  const replies: Promise<string>[] = []
  // Each deadline runs from when its request came: on a busy machine they would come in any order.
  for (const path of paths) {
    const came = once(server, 'request')
    replies.push(reply(path))
    await came
  }
  const texts = await Promise.all(replies)
  server.close()
  return [ended.join(' '), ...texts]
}

it('cuts what does not arrive, later where it brings files, and never an answer', async () => {
  const [order, slow, answered, patient] = await ask(['/slow', '/answered', '/patient'])
  assert.equal(order, '/slow /answered /patient')
  assert.match(slow ?? '', /^HTTP\/1\.1 408 /)
  assert.match(patient ?? '', /^HTTP\/1\.1 408 /)
  assert.match(answered ?? '', /^HTTP\/1\.1 200 [\s\S]*here$/)
})
