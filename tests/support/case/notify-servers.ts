import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as the server got it: envelope, and head, subject and text decoded. */
type Mail = {
  from: string
  to: string[]
  id: string
  head: string
  subject: string
  text: string
}

/** Quoted-printable (RFC 2045), as text. */
function unquote(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

const unbase = (text: string) => Buffer.from(text, 'base64').toString()

function decode(raw: string): Pick<Mail, 'head' | 'subject' | 'text' | 'id'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const [, subject = ''] = /^Subject: ((?:.|\r\n[ \t])+)/im.exec(head) ?? []
  return {
    head,
    id: /^Message-ID: <([^>]+)>/im.exec(head)?.[1] ?? '',
    // Encoded words (RFC 2047); white space between two of them is none.
    subject: subject
      .replace(/\?=\s+=\?/g, '?==?')
      .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
        kind.toUpperCase() === 'B' ? unbase(text) : unquote(text.replaceAll('_', ' ')),
      )
      .trim(),
    text: /^Content-Transfer-Encoding: base64/im.test(head) ? unbase(body) : unquote(body),
  }
}

/** A mail server on this machine that keeps what it gets. */
export async function startMailServer(port = 0, options: SMTPServerOptions = {}) {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    // Its own log would warn that its certificate is a well-known one, which is what some tests want.
    logger: false,
    onData(stream, { envelope }, done) {
      void buffer(stream).then((raw) => {
        const { mailFrom, rcptTo } = envelope
        const from = mailFrom ? mailFrom.address : ''
        mails.push({ from, to: rcptTo.map(({ address }) => address), ...decode(raw.toString()) })
        done()
      })
    },
    ...options,
  })
  // A client that gives up on us, as some tests make it, is no fault of the server.
  server.on('error', () => undefined)
  server.listen(port)
  await once(server.server, 'listening')
  return {
    mails,
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** A request as the gateway got it. */
export type Received = { path: string; headers: IncomingHttpHeaders; body: string }

/** An HTTP server on this machine that keeps what it gets and answers as it is told. */
export async function startGateway(
  answer: (received: Received) => { status: number; headers?: object; body?: unknown } | null,
) {
  const requests: Received[] = []
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const received = {
        path: request.url ?? '',
        headers: request.headers,
        body: body.toString(),
      }
      requests.push(received)
      const given = answer(received)
      // Null: the server takes the request and never answers.
      if (!given) return
      response.writeHead(given.status, { ...given.headers })
      response.end(JSON.stringify(given.body ?? {}))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    requests,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
