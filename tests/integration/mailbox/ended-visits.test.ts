import assert from 'node:assert/strict'
import { createSecretKey, randomBytes } from 'node:crypto'
import { it } from 'node:test'
import { openVisits } from '../../../site/src/petition/access/ended-visits.ts'
import { createVisits, visitMinutes } from '../../../site/src/petition/access/visit.ts'
import { createEndedVisits } from '../../../site/src/petition/mailbox/ended-visits.ts'
import { openBackend } from '../../../site/src/petition/mailbox/open.ts'
import { createSpentChallenges } from '../../../site/src/petition/mailbox/spent-challenges.ts'
import { onEveryDatabase } from '../../support/portal/mailboxes.ts'

const who = { number: '5301022611280018', code: 'ABCD-EFGH-JKMN' }
const minute = 60_000

await onEveryDatabase((opened) => {
  it('ends the visits that were begun before at every portal, and no later or other ones', async (context) => {
    const pepper = createSecretKey(randomBytes(32))
    let moment = Date.parse('2026-03-02T01:00:00Z')
    const now = () => new Date(moment)
    const backends = await Promise.all([openBackend(opened().url), openBackend(opened().url)])
    context.after(() => Promise.all(backends.map(({ db }) => db.destroy())))
    const [here, there] = backends.map((backend) =>
      openVisits(createVisits(pepper, now), createEndedVisits(backend), now),
    )
    assert.ok(here && there && backends[0])
    const [first, second] = [here.begin(who), there.begin(who)]
    const opens = async (...visits: (typeof first)[]) =>
      Promise.all(visits.map(async (visit) => (await there.resume(visit)) !== null))
    assert.deepEqual(await opens(first, second), [true, true])
    await here.end({ ...first, sealed: 'AAAA' })
    assert.deepEqual(await opens(first, second), [true, true])
    moment += minute
    await here.end(first)
    assert.deepEqual(await opens(first, second), [false, false])
    moment += minute
    const later = here.begin(who)
    assert.deepEqual(await opens(first, later), [false, true])
    // An old one ends nothing again; what was ended is forgotten when no visit could be of that time.
    await here.end(first)
    assert.deepEqual(await opens(later), [true])
    const spent = createSpentChallenges(backends[0])
    assert.equal(await spent.eraseExpired(now(), 10), 0)
    moment += visitMinutes * minute
    assert.equal(await spent.eraseExpired(now(), 10), 1)
    assert.deepEqual(await opens(first, later), [false, false])
  })
})
