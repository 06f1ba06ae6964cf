import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readKeys } from '../../../site/src/server/keys.ts'
import { openMailbox } from '../../../site/src/petition/mailbox/open.ts'
import { newReceiptNumber } from '../../../site/src/petition/receipt-number.ts'

// The least that filing can be: take a form over HTTP, seal it, commit it, answer with its number.
// No page, no validation, no idempotency. Arguments: the data folder and the mailbox.
const [dataDir = '', mailboxUrl = ''] = process.argv.slice(2)
const { seal } = await readKeys(dataDir)
const mailbox = await openMailbox(mailboxUrl)

async function file(text: string): Promise<string> {
  const fields = new URLSearchParams(text)
  const field = (name: string) => fields.get(name) ?? ''
  const receivedAt = new Date()
  const number = newReceiptNumber((from) => randomInt(from, 10))
  const sealed = await seal({
    version: 2,
    kind: 'petition',
    number,
    sentAt: receivedAt.toISOString(),
    queryCode: 'AAAA2222CCCC',
    statusIdentity: `AGE-SECRET-KEY-1${'A'.repeat(58)}`,
    petition: {
      name: field('name'),
      phone: field('phone'),
      address: field('address'),
      idNumber: null,
      category: 'claim',
      topic: field('topic'),
      region: field('region'),
      title: field('title'),
      request: field('request'),
      facts: field('facts'),
    },
    attachments: [],
  })
  await mailbox.file(
    {
      number,
      keyHash: randomBytes(32),
      bodyHash: randomBytes(32),
      early: { salt: randomBytes(16), verifier: randomBytes(32) },
      createdAt: receivedAt,
    },
    { id: randomUUID(), number, sealed, receivedAt },
  )
  return number
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const number = await file(Buffer.concat(chunks).toString('utf8'))
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify({ kind: 'receipt', number }))
})
server.listen(0, '127.0.0.1', () =>
  process.send?.({ kind: 'listening', port: (server.address() as AddressInfo).port }),
)
process.on('disconnect', () => process.exit(0))
