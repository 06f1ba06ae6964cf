import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { faultOfTemplate, fillTemplate } from '../../../cms/src/casework/papers/fill-template.ts'
import { digestOfTemplate } from '../../../cms/src/casework/papers/template-digest.ts'
import { ownTemplate } from '../../../cms/src/casework/papers/own-template.ts'
import { wordsOfPaper } from '../../../cms/src/casework/papers/paper-words.ts'
import type { EventBody } from '../../../cms/src/casework/events/event.ts'
import {
  paperKinds,
  type PaperKind,
  type PaperLine,
} from '../../../cms/src/contracts/papers/papers.ts'
import { civil, lighting } from '../../support/case/facts.ts'
import {
  table,
  unit,
  bodies,
  eventsOf,
  due,
  wordsAfter,
  declined,
  whenDue,
  kinds,
  readBack,
} from '../../support/case/paper-events.ts'

describe('the papers of a case', () => {
  for (const paper of kinds) {
    it(`${paperKinds[paper].name}: our template has what the law asks for, and all of it is filled in`, async () => {
      const template = await ownTemplate(paper)
      assert.equal(await faultOfTemplate(paper, template), null)
      const words = wordsAfter(whenDue[paper], paper)
      for (const name of paperKinds[paper].law) assert.notEqual(words[name], '', name)
      const text = await readBack(fillTemplate(template, words))
      assert.match(text, new RegExp(`${paperKinds[paper].name.replace(/[（）]/gu, '.')}`))
      assert.ok(text.includes(`云信${paperKinds[paper].mark}〔2026〕12号`), text)
      assert.doesNotMatch(text.replace('〔2026〕', ''), /[〔〕]/u)
      assert.match(text, /2026年9月\d+日\s*$/)
    })
  }

  it('say until when the petitioner may appeal, a day off going on to the next working day', () => {
    // Delivered on 7 September: thirty days are up on 7 October, a holiday.
    const { 权利告知: rights } = wordsAfter(whenDue.opinion, 'opinion')
    assert.match(rights, /最后一天是2026年10月8日（《信访工作条例》第三十五条）/)
    assert.match(wordsAfter(whenDue.review, 'review').权利告知, /2026年10月9日.*第三十六条/)
  })

  it('say by when a unit must do what, and sign in the right name', () => {
    assert.match(wordsAfter(whenDue.acceptance, 'acceptance').办理期限, /2026年11月3日/)
    assert.match(wordsAfter(whenDue.extension, 'extension').办理期限, /2026年11月13日/)
    assert.equal(wordsAfter(whenDue.extension, 'extension').理由, '需要更换线路')
    assert.match(wordsAfter(whenDue.transfer, 'transfer').办理期限, /2026年9月18日/)
    assert.equal(wordsAfter(whenDue.opinion, 'opinion').落款, lighting.name)
    assert.equal(wordsAfter(whenDue.review, 'review').落款, '区人民政府')
    assert.equal(wordsAfter(whenDue.transfer, 'transfer').落款, '区信访局')
    assert.equal(wordsAfter(declined, 'decline').理由, '已经起诉')
  })

  it('of an extension and of a corrected reply keep their number when the case is taken back', () => {
    const recalled: EventBody = { kind: 'recalled', told: null, units: [unit], reason: '转错了' }
    const again: EventBody = {
      kind: 'referred',
      told: '已转送。',
      units: [{ unit: civil, lead: true, note: '', dueOn: null }],
    }
    const corrected: EventBody = {
      kind: 'reply-corrected',
      told: '已更正。',
      text: '更正后的全文',
      reason: '错字',
    }
    for (const [paper, before] of [
      ['extension', whenDue.extension],
      ['opinion', [...whenDue.opinion, corrected]],
    ] as [PaperKind, EventBody[]][]) {
      const wanted = due(before).findLast((one) => one.paper === paper) ?? assert.fail(paper)
      assert.equal(wanted.unit?.id, unit.id)
      const numbered: EventBody = {
        kind: 'paper-issued',
        told: null,
        paper,
        of: wanted.of,
        unit: wanted.unit,
        mark: '云信',
        year: 2026,
        serial: 3,
        template: null,
        words: null,
      }
      const histories: EventBody[][] = [[], [recalled], [recalled, again]]
      for (const later of histories) {
        const line: PaperLine | undefined = due([...before, numbered, ...later]).findLast(
          (one) => one.paper === paper && one.of === wanted.of,
        )?.line
        assert.deepEqual([line?.open, line?.issued.length], [false, 1], `${paper} ${later.length}`)
      }
      const byNew = due([...before, numbered, recalled, again], {
        kind: 'unit',
        unit: civil.id,
      })
      assert.ok(!byNew.some((one) => one.of === wanted.of && one.paper === paper), paper)
    }
  })

  it('speak of somebody who gave no name as such', async () => {
    const [first, ...others] = whenDue.transfer
    assert.equal(first?.kind, 'filed')
    const nameless = [
      { ...first, petitioner: { ...first.petitioner, petitionerName: '' } } as EventBody,
      ...others,
    ]
    for (const paper of ['receipt', 'transfer'] as const) {
      const words = wordsAfter(nameless, paper)
      assert.equal(words.信访人, '未留姓名的信访人')
      const text = await readBack(fillTemplate(await ownTemplate(paper), words))
      assert.match(text, /未留姓名的信访人/)
      assert.doesNotMatch(text, /信访人未留姓名|信访人信访人/)
    }
  })

  it('have templates whose version is known by what stands in them, not by when they were made', async () => {
    const [one, two] = [await ownTemplate('receipt'), await ownTemplate('receipt')]
    assert.equal(digestOfTemplate('receipt', one), digestOfTemplate('receipt', two))
    const others = [
      digestOfTemplate('receipt', await ownTemplate('transfer')),
      digestOfTemplate('transfer', one),
    ]
    for (const other of others) assert.notEqual(other, digestOfTemplate('receipt', one))
  })

  it('read the same however much happens afterwards', () => {
    const all = [...whenDue.opinion]
    const issued: EventBody = {
      kind: 'paper-issued',
      told: null,
      paper: 'opinion',
      of: 7,
      unit,
      mark: '',
      year: 2026,
      serial: 1,
      template: null,
      words: null,
    }
    const before = eventsOf([...all, issued])
    const corrected: EventBody = {
      kind: 'reply-corrected',
      told: '已更正。',
      text: '更正后的全文',
      reason: '错字',
    }
    const after = eventsOf([...all, issued, corrected])
    assert.deepEqual(
      wordsOfPaper(after, before.length, '区信访局', table),
      wordsOfPaper(before, before.length, '区信访局', table),
    )
  })

  it('are made by a unit where it speaks to the petitioner, of its own only', () => {
    const own = due(bodies.slice(0, 7), { kind: 'unit', unit: lighting.id })
    assert.deepEqual(
      own.map(({ paper }) => paper),
      ['acceptance', 'extension', 'opinion'],
    )
    assert.deepEqual(due(bodies.slice(0, 7), { kind: 'unit', unit: civil.id }), [])
    assert.equal(due(whenDue.transfer).filter(({ paper }) => paper === 'transfer').length, 2)
  })
})
