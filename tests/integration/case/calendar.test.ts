import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { addDays, dayMs, shanghaiDay } from '../../../content/calendar/day.ts'
import type { Calendar, UnitsAnswer } from '../../../cms/src/contracts/cases/calendar.ts'
import { signInClerk, type Clerk } from '../../support/case/clerk.ts'
import { askQueue } from '../../support/case/queue.ts'
import type { RunningCms } from '../../support/desk/cms.ts'
import { sharedDesk } from '../../support/desk/shared-desk.ts'
import { signIn, type Staff } from '../../support/desk/staff.ts'

/** The unit of the first unit account. */
const unit = '区城市管理和综合执法局'
const bureau = '信访部门和复查复核机关'

/** The desk is shared: of all that is due, what has come is counted. */
describe('the calendar of what is due', () => {
  let office: RunningCms
  let clerk: Clerk
  let own: Staff
  before(async () => {
    office = await sharedDesk()
    clerk = await signInClerk(office)
    own = await signIn(office, 'unit-clerk')
  })

  const today = shanghaiDay(new Date())
  const inform = addDays(today, 15)
  const span = { from: addDays(today, -6), to: addDays(today, 35) }

  async function calendar(staff: Staff, question: Record<string, string>): Promise<Calendar> {
    const path = `/desk/cases/calendar?${new URLSearchParams(question)}`
    const { status, body } = await staff.call('GET', path)
    assert.equal(status, 200, JSON.stringify(body))
    return body as Calendar
  }
  const dueOn = ({ days }: Calendar, on: string) => days.find(({ day }) => day === on)?.due ?? 0
  const dueOf = ({ units }: Calendar, of: string) => units.find(({ name }) => name === of)?.due ?? 0
  const file = (daysAgo: number) =>
    office.mailbox.file({ title: '路灯不亮' }, [], new Date(Date.now() - daysAgo * dayMs))
  const openOf = async (staff: Staff) =>
    ((await staff.call('GET', '/desk/cases/units')).body as UnitsAnswer).units.find(
      ({ name }) => name === unit,
    )?.open ?? 0

  it('shows what is due of whom on which day, and to a unit its own', async () => {
    const before = await calendar(clerk, { ...span, day: inform })
    const ownBefore = await calendar(own, span)
    const [openBefore, ownOpenBefore] = [await openOf(clerk), await openOf(own)]
    const late = await file(20)
    const lamp = await file(10)
    const waiting = await file(0)
    for (const number of [late, waiting]) await clerk.wait(number, 'the case')
    const entry = await clerk.wait(lamp, 'the case')
    await clerk.take(entry, { kind: 'register' }, { kind: 'refer', unit })

    const all = await calendar(clerk, { ...span, day: inform })
    assert.equal(all.days.length, 42)
    assert.equal(all.today, today)
    // The first is five days late at the bureau; the lamp is to be told of by its unit, one waits for registration.
    assert.equal(all.late - before.late, 1)
    const overdue = addDays(today, -5)
    assert.equal(dueOn(all, overdue) - dueOn(before, overdue), 1)
    assert.equal(dueOn(all, inform) - dueOn(before, inform), 2)
    const item = all.items.find(({ documentId }) => documentId === entry.documentId)
    assert.deepEqual(
      [item?.whose, item?.clock, item?.article, item?.left],
      [unit, '书面告知是否受理', 23, 15],
    )
    assert.deepEqual(
      [bureau, unit].map((name) => dueOf(all, name) - dueOf(before, name)),
      [2, 1],
    )
    const { id: unitId } = all.units.find(({ name }) => name === unit) ?? assert.fail()
    const narrowed = await calendar(clerk, { ...span, unit: unitId })
    assert.deepEqual([narrowed.found - ownBefore.found, narrowed.late], [1, ownBefore.late])

    const seen = await calendar(own, { ...span, unit: 'bureau' })
    assert.deepEqual([seen.found - ownBefore.found, seen.late], [1, ownBefore.late])
    assert.deepEqual(seen.units, [])
    const items = seen.items.map(({ documentId }) => documentId)
    assert.equal(items.includes(entry.documentId), true)
    assert.ok(seen.items.every(({ whose }) => whose === unit))

    assert.deepEqual(
      [(await openOf(clerk)) - openBefore, (await openOf(own)) - ownOpenBefore],
      [1, 1],
    )
    const units = (await own.call('GET', '/desk/cases/units')).body as UnitsAnswer
    assert.deepEqual(
      units.units.map(({ name, active }) => [name, active]),
      [[unit, true]],
    )
    const { numbers } = await askQueue(clerk, { unit: unitId, open: 'true' })
    assert.equal(numbers.includes(lamp), true)
    assert.equal(numbers.includes(waiting), false)
  })

  it('refuses spans that are none, and what it does not know', async () => {
    for (const question of [
      { from: today, to: addDays(today, 42) },
      { from: today, to: addDays(today, -1) },
      { from: 'x', to: today },
      { to: today },
      { ...span, x: '1' },
    ]) {
      const path = `/desk/cases/calendar?${new URLSearchParams(question as Record<string, string>)}`
      assert.equal((await clerk.call('GET', path)).status, 400, path)
    }
  })
})
