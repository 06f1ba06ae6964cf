import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { caseState } from '@portal/content/schema/petition/state'
import type { Core } from '@strapi/strapi'
import type { Task } from '../../../cms/src/casework/notify/deliver.ts'
import { prepareLetters } from '../../../cms/src/casework/notify/letter.ts'
import { compose, type Facts } from '../../../cms/src/casework/notify/templates.ts'

const facts: Facts = {
  id: 'a1',
  number: '1234567890123456',
  state: 'referred',
  event: null,
  lastDay: '2026-12-07',
  site: 'https://xinfang.example.cn',
  office: { name: '青禾区信访局', phone: '010-12345678' },
}

describe('what a petitioner is told of a step', () => {
  it('says in an e-mail what happened, by when what follows, where to look and whom to ask', () => {
    const { subject, text } = compose(facts)
    assert.equal(subject, '信访事项办理进展：已转送承办单位')
    assert.match(text, /查询编号 1234567890123456）有新进展：已转送承办单位。/)
    assert.match(text, /最迟2026年12月7日告知是否受理。/)
    assert.match(text, /https:\/\/xinfang\.example\.cn\/petition\/track\/\n/)
    assert.match(text, /010-12345678/)
    assert.match(text, /青禾区信访局/)
  })

  it('says as much in one SMS as there is room for', () => {
    const brief = { ...facts, site: 'https://xf.example.cn' }
    assert.equal(
      compose({ ...brief, state: 'registered', lastDay: null }).sms,
      '信访1234567890123456已登记。查询xf.example.cn/petition/track/，010-12345678',
    )
    assert.equal(
      compose(brief).sms,
      '信访1234567890123456已转送，最迟12月7日告知是否受理。查询xf.example.cn，010-12345678',
    )
    assert.equal(
      compose({ ...brief, site: 'https://www.district.example.cn/xinfang' }).sms,
      '信访1234567890123456已转送，最迟12月7日告知是否受理。查询www.district.example.cn/xinfang',
    )
  })

  it('names no day where none runs', () => {
    const { text, sms, parameters } = compose({ ...facts, state: 'declined', lastDay: null })
    assert.doesNotMatch(text + sms, /最迟|null/)
    assert.equal(parameters.day, '无')
  })

  it('says until when to ask for a review', () => {
    const { text } = compose({ ...facts, state: 'replied', lastDay: '2026-12-30' })
    assert.match(text, /如不服，最迟2026年12月30日申请复查。/)
  })

  it('says of a longer period until when, and of an appeal that it could not be taken', () => {
    const extended = compose({ ...facts, state: 'accepted', event: 'extended' })
    assert.equal(extended.subject, '信访事项办理进展：办理期限延长')
    assert.match(extended.text, /办理期限延长。最迟2026年12月7日办结。/)
    const refused = compose({ ...facts, state: 'closed', event: 'appeal-refused', lastDay: null })
    assert.match(refused.sms, /^信访1234567890123456的申请未能启动。/)
    const reviewing = compose({ ...facts, state: 'reviewing' })
    assert.match(reviewing.text, /正在复查。最迟2026年12月7日作出复查意见。/)
  })

  it('fits into one SMS whatever the office and its site are called', () => {
    const anyFacts = fc.record({
      id: fc.stringMatching(/^[\da-f]{32}$/),
      number: fc.stringMatching(/^\d{16}$/),
      state: fc.constantFrom(...caseState.options),
      event: fc.constantFrom(null, 'note', 'extended', 'heard', 'appeal-refused'),
      lastDay: fc.option(fc.constantFrom('2026-11-05', '2026-12-31')),
      site: fc.webUrl(),
      office: fc.record({
        name: fc.string({ minLength: 2, maxLength: 60 }),
        phone: fc.string({ minLength: 3, maxLength: 40 }),
      }),
    })
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { sms } = compose(given)
        assert.ok(sms.length <= 70, `${sms.length}: ${sms}`)
        assert.ok(sms.includes(given.number))
      }),
    )
  })
})

describe('a letter', () => {
  const task: Task = { id: 1, caseId: 'c', step: 1, by: 'email', attempts: 0, dueAt: new Date() }
  const table = { '2026': { off: [], on: [] }, '2027': { off: [], on: [] } }

  /** A database that gives whole rows whatever is asked for, so that nothing is kept back by luck. */
  const databaseOf = (row: object | null) => {
    const office = { officeName: '青禾区信访局', phone: '010-12345678' }
    const findOne = (uid: string) => async () => (uid === 'api::case.case' ? row : office)
    return { db: { query: (uid: string) => ({ findOne: findOne(uid) }) } } as unknown as Core.Strapi
  }

  it('holds nothing that the petitioner or the unit wrote', async () => {
    // Private-use signs stand in no template, so any that is found has come from the case.
    const canary = fc
      .array(fc.integer({ min: 0xe000, max: 0xf8ff }), { minLength: 2, maxLength: 40 })
      .map((codes) => String.fromCharCode(...codes))
    const written = fc.record({
      title: canary,
      request: canary,
      facts: canary,
      category: canary,
      topic: canary,
      region: canary,
      petitionerName: canary,
      petitionerAddress: canary,
      petitionerIdNumber: canary,
      reply: canary,
      unit: canary,
      text: canary,
    })
    await fc.assert(
      fc.asyncProperty(
        written,
        fc.constantFrom(...caseState.options),
        async ({ text, ...row }, state) => {
          const at = '2026-11-22T01:00:00.000Z'
          const steps = ['received', state].map((name) => ({ at, state: name, text, by: text }))
          const strapi = databaseOf({
            ...row,
            number: '1234567890123456',
            steps,
            notifyBy: '电子邮件',
            petitionerPhone: '13800000000',
            petitionerEmail: 'li@example.com',
          })
          const letter = await prepareLetters(strapi, 'https://x.example.cn', table)(task)
          assert.equal(letter?.to, 'li@example.com')
          const message = JSON.stringify(letter?.message)
          assert.doesNotMatch(message, /[\ue000-\uf8ff]|13800000000|li@example/)
        },
      ),
    )
  })

  it('is not written where the wish has changed, or the case is gone', async () => {
    const step = { at: '2026-11-22T01:00:00.000Z', state: 'received', text: '', by: '' }
    const row = { number: '1234567890123456', steps: [step, step], petitionerPhone: '13800000000' }
    const prepare = (case_: object | null) =>
      prepareLetters(databaseOf(case_), 'https://x.example.cn', table)(task)
    assert.equal(await prepare({ ...row, notifyBy: null, petitionerEmail: null }), null)
    assert.equal(await prepare({ ...row, notifyBy: '短信', petitionerEmail: null }), null)
    assert.equal(await prepare(null), null)
  })
})
