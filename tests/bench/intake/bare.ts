import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { Encrypter } from 'age-encryption'
import Database from 'better-sqlite3'
import { dataLayout } from '../../../content/schema/operation/data-layout.ts'
import type { Message } from '../../../content/schema/mailbox/message.ts'
import { openMailbox } from '../../../site/src/petition/mailbox/open.ts'
import { newReceiptNumber } from '../../../site/src/petition/submit/receipt-number.ts'
import { keyLines } from '../../../content/schema/operation/key-lines.ts'
import { createSeal } from '../../../site/src/petition/seal.ts'

// The least that filing can be: take a form over HTTP, seal it, commit it, answer with its number.
// No page, no validation, no proof of work, no idempotency. Arguments: the data folder, a database
// file, and what the loop is made of: the libraries as they come, or the portal's own parts.
const [dataDir = '', file = '', made = 'of-libraries'] = process.argv.slice(2)
const recipients = keyLines(readFileSync(dataLayout(dataDir).recipients, 'utf8'))

type Keep = (message: Message, receivedAt: Date) => Promise<unknown>

/** What whoever has the libraries would write down first. */
function keepByLibraries(): Keep {
  mkdirSync(dirname(file), { recursive: true })
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('create table messages (number text primary key, sealed blob, received_at text)')
  const insert = database.prepare('insert into messages values (?, ?, ?)')
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return async (message, receivedAt) => {
    const sealed = await encrypter.encrypt(JSON.stringify(message))
    insert.run(message.number, sealed, receivedAt.toISOString())
  }
}

/** The portal's seal and mailbox, which shares commits. */
async function keepByParts(): Promise<Keep> {
  const mailbox = await openMailbox(`sqlite:${file}`)
  const seal = createSeal(recipients)
  return async (message, receivedAt) => {
    const sealed = await seal(message)
    const { number } = message
    await mailbox.file(
      {
        number,
        keyHash: randomBytes(32),
        bodyHash: randomBytes(32),
        preCollection: { salt: randomBytes(16), verifier: randomBytes(32) },
        mark: null,
        createdAt: receivedAt,
      },
      { id: randomUUID(), number, sealed, receivedAt },
    )
  }
}

const keep = made === 'of-libraries' ? keepByLibraries() : await keepByParts()

async function take(text: string): Promise<string> {
  const fields = new URLSearchParams(text)
  const field = (name: string) => fields.get(name) ?? ''
  const receivedAt = new Date()
  const number = newReceiptNumber((from) => randomInt(from, 10))
  const petition = {
    name: field('name'),
    phone: field('phone'),
    address: field('address'),
    idNumber: null,
    category: 'claim' as const,
    topic: field('topic'),
    region: field('region'),
    title: field('title'),
    request: field('request'),
    facts: field('facts'),
  }
  const message: Message = {
    version: 2,
    kind: 'petition',
    number,
    sentAt: receivedAt.toISOString(),
    queryCode: 'AAAA2222CCCC',
    statusIdentity: `AGE-SECRET-KEY-1${'A'.repeat(58)}`,
    petition,
    attachments: [],
  }
  await keep(message, receivedAt)
  return number
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const number = await take(Buffer.concat(chunks).toString('utf8'))
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify({ kind: 'receipt', number }))
})
server.listen(0, '127.0.0.1', () =>
  process.send?.({ kind: 'listening', port: (server.address() as AddressInfo).port }),
)
process.on('disconnect', () => process.exit(0))
