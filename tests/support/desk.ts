import assert from 'node:assert/strict'
import { Decrypter, Encrypter } from 'age-encryption'
import { messagePage } from '../../content/schema/mailbox.ts'
import { message as messageSchema } from '../../content/schema/message.ts'
import type { Message } from '../../content/schema/message.ts'
import type { Status } from '../../content/schema/status.ts'

/** The bureau's side of the mailbox: collects and opens messages, seals and pushes statuses. */
export function createDesk(url: string, identity: string, token: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }

  const collect = async (after = 0): Promise<(Message & { sequence: number; id: string })[]> => {
    const response = await fetch(`${url}/mailbox/messages?after=${after}`, { headers })
    const { messages } = messagePage.parse(await response.json())
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    return Promise.all(
      messages.map(async ({ sequence, id, number, sealed }) => {
        const text = await decrypter.decrypt(Buffer.from(sealed, 'base64'), 'text')
        const opened = messageSchema.parse(JSON.parse(text))
        assert.equal(opened.number, number)
        return { ...opened, sequence, id }
      }),
    )
  }

  return {
    collect,
    /** Every petition in the mailbox with this number. */
    async petitions(number: string) {
      const all: Message[] = []
      for (let after = 0; ;) {
        const page = await collect(after)
        if (page.length === 0) break
        after = page.at(-1)?.sequence ?? after
        all.push(...page)
      }
      return all.filter((opened) => opened.kind === 'petition' && opened.number === number)
    },
    async push(number: string, status: Partial<Status> & { revision: number }): Promise<Response> {
      const petition = (await collect()).find((opened) => opened.number === number)
      assert.ok(petition?.kind === 'petition')
      const encrypter = new Encrypter()
      encrypter.addRecipient(petition.statusRecipient)
      const full: Status = {
        version: 1,
        number,
        state: 'registered',
        title: petition.petition.title,
        receivedAt: petition.sentAt,
        unit: null,
        steps: [],
        clocks: [],
        reply: null,
        evaluation: null,
        mayEvaluate: false,
        ...status,
      }
      return this.pushSealed(number, status.revision, await encrypter.encrypt(JSON.stringify(full)))
    },
    pushSealed: (number: string, revision: number, sealed: Uint8Array) =>
      fetch(`${url}/mailbox/statuses/${number}`, {
        method: 'PUT',
        headers,
        body: JSON.stringify({ revision, sealed: Buffer.from(sealed).toString('base64') }),
      }),
  }
}
