import assert from 'node:assert/strict'
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import {
  statusUpdate,
  type MissedQueries,
  type StatusUpdate,
} from '@portal/content/schema/mailbox/mailbox'
import { message as messageSchema, type Message } from '@portal/content/schema/mailbox/message'
import { encodeQueryCode } from '@portal/content/schema/mailbox/query-code'
import { status as statusSchema, type Status } from '@portal/content/schema/petition/status'
import { Decrypter, Encrypter, generateX25519Identity } from 'age-encryption'
import { lampStory } from '../portal/stories.ts'

type Kind = Message['kind']
type Content<K extends Kind> = Omit<Extract<Message, { kind: K }>, 'version' | 'sentAt' | 'kind'>
type Row = { sequence: number; id: string; number: string; receivedAt: string; sealed: string }

/** The CMS's other side: the mailbox's internal interface over HTTP, filled by a test. */
export type OfficeMailbox = Awaited<ReturnType<typeof startMailbox>>

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  return JSON.parse((await readBytes(request)).toString())
}

/**
 * Starts a mailbox.
 * @param recipient the office's, to whom messages are sealed
 */
export async function startMailbox(recipient: string, token: string) {
  const rows: Row[] = []
  const files = new Map<string, Uint8Array>()
  const replyFiles = new Map<string, { number: string; sealed: Buffer }>()
  const identities = new Map<string, string>()
  const statuses = new Map<string, Status>()
  const registered = new Map<string, StatusUpdate>()
  const asked: string[] = []
  let acknowledged = 0
  const broken = new Set<string>()
  const missed: MissedQueries['queries'] = []

  async function seal(content: string | Uint8Array): Promise<Uint8Array> {
    const encrypter = new Encrypter()
    encrypter.addRecipient(recipient)
    return encrypter.encrypt(content)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const url = new URL(request.url ?? '/', 'http://mailbox')
    asked.push(`${request.method} ${url.pathname}`)
    if (request.headers.authorization !== `Bearer ${token}`) return response.writeHead(401).end()
    const send = (value: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (url.pathname === '/mailbox/messages') {
      const after = Number(url.searchParams.get('after'))
      const limit = Number(url.searchParams.get('limit'))
      const messages = rows.filter(({ sequence }) => sequence > after).slice(0, limit)
      return send({ messages })
    }
    if (url.pathname === '/mailbox/acknowledgement') {
      acknowledged = ((await readBody(request)) as { through: number }).through
      return send({ through: acknowledged })
    }
    if (url.pathname === '/mailbox/missed-queries') return send({ queries: missed })
    const [, of, fileId] = /^\/mailbox\/reply-files\/(\d+)(?:\/(.+))?$/.exec(url.pathname) ?? []
    if (of && fileId) {
      replyFiles.set(fileId, { number: of, sealed: await readBytes(request) })
      return send({})
    }
    if (of) {
      const ids = [...replyFiles].filter(([, { number }]) => number === of).map(([id]) => id)
      return send({ files: ids })
    }
    const number = /^\/mailbox\/statuses\/(\d+)$/.exec(url.pathname)?.[1]
    if (number) {
      const {
        sealed,
        revision,
        access,
        files: named = [],
      } = statusUpdate.parse(await readBody(request))
      if (named.some((id) => replyFiles.get(id)?.number !== number)) {
        return response.writeHead(409).end()
      }
      for (const [id, file] of replyFiles) {
        if (file.number === number && !named.includes(id)) replyFiles.delete(id)
      }
      const identity = identities.get(number)
      if (!identity) {
        assert.notEqual(access.mark, undefined, 'no such petition')
        registered.set(number, { sealed, revision, access })
        return send({ revision })
      }
      const decrypter = new Decrypter()
      decrypter.addIdentity(identity)
      const text = await decrypter.decrypt(Buffer.from(sealed, 'base64'), 'text')
      statuses.set(number, statusSchema.parse(JSON.parse(text)))
      return send({ revision })
    }
    const id = url.pathname.replace('/mailbox/attachments/', '')
    const file = files.get(id)
    if (file && broken.has(id)) {
      response.writeHead(200, { 'content-length': file.length })
      return response.write(file.subarray(0, 1000), () => request.socket.destroy())
    }
    return file ? response.writeHead(200).end(file) : response.writeHead(404).end()
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end()
      throw error
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  /** Puts a message into the mailbox, as the portal would have at `at`. */
  async function send<K extends Kind>(
    kind: K,
    content: Content<K>,
    at = new Date(),
  ): Promise<void> {
    const sentAt = at.toISOString()
    const message = messageSchema.parse({ version: 2, kind, sentAt, ...content })
    const sealed = Buffer.from(await seal(JSON.stringify(message))).toString('base64')
    const { number } = message
    const sequence = rows.length + 1
    rows.push({ sequence, id: randomUUID(), number, receivedAt: sentAt, sealed })
  }

  return {
    url: `http://127.0.0.1:${port}/mailbox`,
    rows,
    files,
    asked,
    /** What was sought on the portal and not found. */
    missed,
    statuses,
    /** What came of petitions that were registered at the desk, as it came: only their codes open it. */
    registered,
    acknowledged: () => acknowledged,
    /** A file of a reply as its petitioner opens it; null where there is none. */
    async openReplyFile(number: string, id: string): Promise<Buffer | null> {
      const file = replyFiles.get(id)
      if (file?.number !== number) return null
      const decrypter = new Decrypter()
      decrypter.addIdentity(identities.get(number) ?? assert.fail('no such petition'))
      return Buffer.from(await decrypter.decrypt(file.sealed))
    },
    /** From now on the connection breaks in the middle of this file. */
    breakOff: (id: string) => broken.add(id),
    mend: (id: string) => broken.delete(id),
    send,
    /** Files a petition. @returns its number */
    async file(
      changes: Partial<typeof lampStory & Pick<Content<'petition'>['petition'], 'joint'>> = {},
      attachments: Attachment[] = [],
      at = new Date(),
    ): Promise<string> {
      const number = Array.from({ length: 16 }, () => randomInt(10)).join('')
      const statusIdentity = await generateX25519Identity()
      identities.set(number, statusIdentity)
      const queryCode = encodeQueryCode(randomBytes(32))
      const petition = { ...lampStory, ...changes } as Content<'petition'>['petition']
      await send('petition', { number, queryCode, statusIdentity, petition, attachments }, at)
      return number
    },
    /** Seals a file and lays it beside the messages. @returns its description */
    async attach(name: string, type: string, content: Uint8Array): Promise<Attachment> {
      const id = randomUUID()
      files.set(id, await seal(content))
      const sha256 = createHash('sha256').update(content).digest('base64')
      return { id, name, type, bytes: content.length, sha256 }
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
