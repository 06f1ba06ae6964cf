import assert from 'node:assert/strict'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { makeAccess } from '../../../content/schema/mailbox/access.ts'
import { messagePage } from '../../../content/schema/mailbox/mailbox.ts'
import { message as messageSchema } from '../../../content/schema/mailbox/message.ts'
import type { Message } from '../../../content/schema/mailbox/message.ts'
import { filesOf } from '../../../site/src/petition/reply-files/open-reply-file.ts'
import type { Status } from '../../../content/schema/petition/status.ts'

/** What a test says of a status; the rest is that of a case just registered. */
export type StatusChanges = Partial<Omit<Status, 'may'>> & {
  revision: number
  may?: Partial<Status['may']>
}

/** Opens a sealed message as the office does. */
export async function openSealed(sealed: Uint8Array, identity: string): Promise<Message> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return messageSchema.parse(JSON.parse(await decrypter.decrypt(sealed, 'text')))
}

/** The bureau's side of the mailbox: collects and opens messages, seals and pushes statuses. */
export function createBureau(url: string, identity: string, token: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }

  const collect = async (after = 0): Promise<(Message & { sequence: number; id: string })[]> => {
    const response = await fetch(`${url}/mailbox/messages?after=${after}`, { headers })
    const { messages } = messagePage.parse(await response.json())
    return Promise.all(
      messages.map(async ({ sequence, id, number, sealed }) => {
        const opened = await openSealed(Buffer.from(sealed, 'base64'), identity)
        assert.equal(opened.number, number)
        return { ...opened, sequence, id }
      }),
    )
  }

  const allPetitions = async () => {
    const all: Extract<Message, { kind: 'petition' }>[] = []
    for (let after = 0; ;) {
      const page = await collect(after)
      if (page.length === 0) return all
      after = page.at(-1)?.sequence ?? after
      all.push(...page.filter((opened) => opened.kind === 'petition'))
    }
  }
  const seen = new Map<string, Extract<Message, { kind: 'petition' }>>()
  const petitionOf = async (number: string) => {
    if (!seen.has(number)) for (const each of await allPetitions()) seen.set(each.number, each)
    return seen.get(number) ?? assert.fail('there is no such petition in the mailbox')
  }

  return {
    collect,
    allPetitions,
    /** Every petition in the mailbox with this number. */
    async petitions(number: string) {
      return (await allPetitions()).filter((opened) => opened.number === number)
    },
    acknowledge: (through: number) =>
      fetch(`${url}/mailbox/acknowledgement`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ through }),
      }),
    /** Says by which ways the office can send. */
    offer: (...ways: string[]) =>
      fetch(`${url}/mailbox/channels`, { method: 'PUT', headers, body: JSON.stringify({ ways }) }),
    async push(number: string, { may, ...status }: StatusChanges): Promise<Response> {
      const { petition, sentAt, statusIdentity } = await petitionOf(number)
      const encrypter = new Encrypter()
      encrypter.addRecipient(await identityToRecipient(statusIdentity))
      const full: Status = {
        version: 2,
        number,
        state: 'registered',
        title: petition.title,
        receivedAt: sentAt,
        unit: null,
        steps: [],
        clocks: [],
        reply: null,
        opinions: [],
        evaluation: null,
        ...status,
        may: { evaluate: false, supplement: true, withdraw: true, appeal: null, ...may },
      }
      const files = filesOf(full).map(({ id }) => id)
      const sealed = await encrypter.encrypt(JSON.stringify(full))
      return this.pushSealed(number, status.revision, sealed, files)
    },
    /** Brings a file that a status is to name, sealed to the petitioner. */
    async bringFile(number: string, id: string, content: Uint8Array): Promise<Response> {
      const { statusIdentity } = await petitionOf(number)
      const encrypter = new Encrypter()
      encrypter.addRecipient(await identityToRecipient(statusIdentity))
      return fetch(`${url}/mailbox/reply-files/${number}/${id}`, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body: Buffer.from(await encrypter.encrypt(content)),
      })
    },
    /** Pushes bytes that need not be a status. */
    async pushSealed(
      number: string,
      revision: number,
      sealed: Uint8Array,
      files: string[] = [],
    ): Promise<Response> {
      const { queryCode, statusIdentity } = await petitionOf(number)
      return fetch(`${url}/mailbox/statuses/${number}`, {
        method: 'PUT',
        headers,
        body: JSON.stringify({
          revision,
          sealed: Buffer.from(sealed).toString('base64'),
          access: await makeAccess(number, queryCode, statusIdentity),
          files,
        }),
      })
    },
  }
}
