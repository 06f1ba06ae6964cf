import assert from 'node:assert/strict'
import type { Installation } from '../machine/installation.ts'
import { collection, signIn, type Staff } from './staff.ts'

/** What the desk tells of an entry's workflow. */
type Standing = {
  state: string
  word: string
  live: number | null
  publishAt: string | null
  resumeAt: string | null
  withdrawAt: string | null
  failure: string | null
  may: string[]
  hits: { field: string; digest: string }[]
  doubts: { field: string; kind: string; digest: string }[]
  unread: { digest: string; name: string; pages: number[] }[]
  steps: { who: string; word: string; reason: string | null; edition: number | null }[]
  editions: {
    number: number
    by: string
    fate: string
    looked: { who: string; name: string }[]
  }[]
}

/** An essay that nothing is wrong with. */
export function essay(slug: string, changes: object = {}) {
  return {
    title: '测试用的征文',
    slug,
    summary: '一句话摘要。',
    body: '第一句话。第二句话。',
    series: '主题征文',
    source: '本局',
    demonstration: true,
    ...changes,
  }
}

/** The address of the workflow of an entry. */
export function deskOf(type: string, documentId: string): string {
  return `/desk/editions/api::${type}.${type}/${documentId}`
}

/** The three people of the publicity desk, and what they do all day. */
export async function openPublicityDesk(installation: Pick<Installation, 'cms' | 'logins'>) {
  const author = await signIn(installation, 'publicity-author')
  const reviewer = await signIn(installation, 'publicity-reviewer')
  const publisher = await signIn(installation, 'publicity-publisher')

  const write = async (staff: Staff, type: string, entry: object): Promise<string> => {
    const { status, body } = await staff.call('POST', collection(type), entry)
    assert.equal(status, 201, JSON.stringify(body))
    return (body as { data: { documentId: string } }).data.documentId
  }
  /** Saves a draft as the admin pages do. */
  const save = async (staff: Staff, type: string, documentId: string, entry: object) => {
    const { status, body } = await staff.call('PUT', `${collection(type)}/${documentId}`, entry)
    assert.equal(status, 200, JSON.stringify(body))
  }
  const attempt = (staff: Staff, type: string, documentId: string, step: object) =>
    staff.call('POST', `${deskOf(type, documentId)}/steps`, step)
  const take = async (staff: Staff, type: string, documentId: string, step: object) => {
    const { status, body } = await attempt(staff, type, documentId, step)
    assert.equal(status, 200, JSON.stringify(body))
  }
  const approve = async (type: string, documentId: string) => {
    await take(author, type, documentId, { kind: 'submit' })
    // The reviewer looks at every doubtful place, picture and scan.
    const { body } = await reviewer.call('GET', deskOf(type, documentId))
    const { doubts, unread } = body as Standing
    const looked = [...doubts, ...unread].map(({ digest }) => digest)
    await take(reviewer, type, documentId, { kind: 'approve', looked })
  }
  return {
    author,
    reviewer,
    publisher,
    write,
    save,
    attempt,
    take,
    approve,
    /** The whole way of a draft to citizens. */
    async publish(type: string, documentId: string) {
      await approve(type, documentId)
      await take(publisher, type, documentId, { kind: 'publish' })
    },
    async standing(staff: Staff, type: string, documentId: string): Promise<Standing> {
      const { status, body } = await staff.call('GET', deskOf(type, documentId))
      assert.equal(status, 200, JSON.stringify(body))
      return body as Standing
    },
  }
}

export type PublicityDesk = Awaited<ReturnType<typeof openPublicityDesk>>
