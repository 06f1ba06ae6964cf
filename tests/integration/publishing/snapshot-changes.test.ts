import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { install, type Installation } from '../../support/machine/installation.ts'
import { reaches } from '../../support/desk/publication-progress.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../../support/desk/publicity.ts'
import { collection } from '../../support/desk/staff.ts'
import { until } from '../../support/machine/until.ts'

/** What the desk says of each release that it made: whether it compared everything, and how many files it changed. */
const line = /已上线（[\d.]+ 秒，(全部比对|只读有变化的)：读 (\d+) 个文件，改 (\d+) 个）/g

describe('the snapshot of what is published', () => {
  let installation: Installation
  let desk: PublicityDesk
  before(async () => {
    installation = await install()
    desk = await openPublicityDesk(installation)
  })
  after(() => installation.stop())

  const releases = async () => {
    const log = await readFile(join(installation.dataDir, 'logs', 'cms.log'), 'utf8')
    return [...log.matchAll(line)].map(([, what, read, changed]) => ({
      whole: what === '全部比对',
      read: Number(read),
      changed: Number(changed),
    }))
  }
  /** Waits until the desk has nothing more to make, and has made something since. */
  const settled = async (made: number) => {
    await until('the releases', 120, async () => {
      const { body } = await desk.author.call('GET', '/desk/home')
      const state = (body as { live: { last: { state: string } | null } }).live.last?.state
      return state === 'live' && (await releases()).length > made ? true : undefined
    })
    return (await releases()).slice(made)
  }
  /** Compares everything with what the changes before have made of the snapshot. */
  const compare = async () => {
    const made = (await releases()).length
    await desk.publisher.call('POST', '/desk/releases', {})
    const [all] = await settled(made)
    assert.equal(all?.whole, true)
    return all
  }

  it('reads of a publication what it changes, and nothing else', async () => {
    await compare()
    const made = (await releases()).length
    const documentId = await desk.write(desk.author, 'essay', essay('one-more'))
    await desk.publish('essay', documentId)
    await reaches(desk.author, 'essay', documentId, 'live')
    const [one] = await settled(made)
    assert.deepEqual([one?.whole, one?.read, one?.changed], [false, 1, 1])
  })

  it('reads again what shows the name or address of what has changed', async () => {
    // A campaign gathers it by its address.
    const { body } = await desk.author.call('GET', `${collection('essay')}?_q=the-deadline-board`)
    const [gathered] = (body as { results: { documentId: string }[] }).results
    assert.ok(gathered)
    const made = (await releases()).length
    await desk.save(desk.author, 'essay', gathered.documentId, { slug: 'the-board-of-deadlines' })
    await desk.publish('essay', gathered.documentId)
    const [one] = await settled(made)
    // The essay at its new address and not at the old one, the campaign, the redirects.
    assert.deepEqual([one?.whole, one?.read, one?.changed], [false, 2, 4])
    assert.equal((await compare()).changed, 0)
  })

  it('is after any history the same as if everything had been read', async (t) => {
    const known: { documentId: string; live: boolean }[] = []
    let serial = 0
    const slug = () => `history-${String((serial += 1))}`
    const publish = async () => {
      const documentId = await desk.write(desk.author, 'essay', essay(slug()))
      await desk.publish('essay', documentId)
      known.push({ documentId, live: true })
    }
    const onOne = async (n: number, live: boolean, act: (id: string) => Promise<void>) => {
      const some = known.filter((one) => one.live === live)
      const one = some[n % Math.max(1, some.length)]
      if (!one) return publish()
      await act(one.documentId)
      return undefined
    }
    const again = async (documentId: string, change: object) => {
      await desk.save(desk.author, 'essay', documentId, change)
      await desk.publish('essay', documentId)
    }
    const step = fc.tuple(
      fc.constantFrom('publish', 'correct', 'move', 'withdraw', 'return'),
      fc.nat(7),
    )
    const take = ([kind, n]: [string, number]) => {
      if (kind === 'publish') return publish()
      if (kind === 'correct') {
        return onOne(n, true, (id) =>
          again(id, { summary: `改过的第 ${String((serial += 1))} 句。` }),
        )
      }
      if (kind === 'move') return onOne(n, true, (id) => again(id, { slug: slug() }))
      if (kind === 'withdraw') {
        return onOne(n, true, async (id) => {
          const words = { reason: '试验', note: '已撤下。' }
          await desk.take(desk.publisher, 'essay', id, { kind: 'withdraw', ...words })
          for (const one of known) if (one.documentId === id) one.live = false
        })
      }
      return onOne(n, false, async (id) => {
        await again(id, { summary: `又回来了，第 ${String((serial += 1))} 次。` })
        for (const one of known) if (one.documentId === id) one.live = true
      })
    }
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 8 }),
      async (steps) => {
        const made = (await releases()).length
        for (const one of steps) await take(one)
        const releasesMade = await settled(made)
        assert.ok(releasesMade.every(({ whole }) => !whole))
        assert.equal((await compare()).changed, 0)
      },
    )
    await fc.assert(property, { numRuns: 2, endOnFailure: true })
    t.diagnostic(`${String(known.length)} entries published, corrected, moved, withdrawn`)
  })
})
