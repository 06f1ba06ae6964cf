import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { duePapers } from '../../../cms/src/casework/papers/due-papers.ts'
import { faultOfTemplate, fillTemplate } from '../../../cms/src/casework/papers/fill-template.ts'
import { digestOfTemplate } from '../../../cms/src/casework/papers/template-digest.ts'
import { ownTemplate } from '../../../cms/src/casework/papers/own-template.ts'
import { wordsOfPaper } from '../../../cms/src/casework/papers/paper-words.ts'
import type { Actor, CaseEvent, EventBody } from '../../../cms/src/casework/events/event.ts'
import { projectCase } from '../../../cms/src/casework/rules/case/project-case.ts'
import type { Party } from '../../../cms/src/casework/rules/wall.ts'
import type { Letter } from '../../../cms/src/contracts/cases/deadlines.ts'
import {
  paperKinds,
  type PaperKind,
  type PaperLine,
} from '../../../cms/src/contracts/papers/papers.ts'
import { civil, filed, lighting } from '../../support/case/facts.ts'
import { packDocx } from '../../support/law/docx.ts'
import { p } from '../../support/law/xml.ts'
import { convert } from '../../support/files/word-conversion.ts'

const table = { '2026': { off: ['2026-10-01/2026-10-07'], on: [] }, '2027': { off: [], on: [] } }
const bureau: Party = { kind: 'bureau' }
const clerk: Actor = { kind: 'staff', id: 1, name: '张' }
const to = (unit: typeof civil, lead = true) => ({ unit, lead, note: '', dueOn: null })
const unit = lighting

/** A case that everything happened to, an event a day from 1 September 2026 on. */
const bodies: EventBody[] = [
  filed(),
  { kind: 'registered', told: '已登记。' },
  { kind: 'referred', told: '已转送。', units: [to(lighting), to(civil, false)] },
  { kind: 'accepted', told: '已受理。', unit },
  { kind: 'extension-asked', told: null, unit, days: 10, reason: '需要更换线路' },
  { kind: 'extension-answered', told: '已延期。', granted: true, days: 10, reason: '情况属实' },
  {
    kind: 'replied',
    told: '已答复。',
    unit,
    text: '一、诉求\n修灯 <b>&\n\n二、事实和理由\n坏了。',
  },
  {
    kind: 'appealed',
    told: '已收到。',
    level: 'review',
    grounds: '没有修好',
    attachments: [],
    started: true,
    names: [],
  },
  { kind: 'reviewed', told: '已复查。', level: 'review', body: '区人民政府', text: '维持。' },
  {
    kind: 'appealed',
    told: '已收到。',
    level: 're-review',
    grounds: '没有修好',
    attachments: [],
    started: true,
    names: [],
  },
  {
    kind: 'reviewed',
    told: '已复核。',
    level: 're-review',
    body: '市人民政府',
    text: '维持复查。',
  },
]
const eventsOf = (all: EventBody[]) =>
  all.map((body, index): CaseEvent => ({
    number: '1234567890123456',
    sequence: index + 1,
    at: new Date(Date.UTC(2026, 8, 1 + index, 2)).toISOString(),
    actor: clerk,
    body,
  }))
const due = (all: EventBody[], party: Party = bureau) => {
  const events = eventsOf(all)
  return duePapers(events, projectCase(events), party)
}

/** The words of a paper that is made after some events. */
function wordsAfter(all: EventBody[], paper: PaperKind) {
  const wanted = due(all).find((one) => one.paper === paper) ?? assert.fail(`${paper} is not due`)
  const body: EventBody = {
    kind: 'paper-issued',
    told: null,
    paper,
    of: wanted.of,
    unit: wanted.unit,
    mark: '云信',
    year: 2026,
    serial: 12,
    template: null,
    words: null,
  }
  const events = eventsOf([...all, body])
  return wordsOfPaper(events, events.length, '区信访局', table) ?? assert.fail('no words')
}
const declined: EventBody[] = [
  ...bodies.slice(0, 3),
  { kind: 'declined', told: '不予受理。', unit, ground: 'litigation', reason: '已经起诉' },
]
/** Accepted, and pressed by letter. */
const pressed = (letter: Letter): EventBody[] => [
  ...bodies.slice(0, 4),
  { kind: 'supervised', told: null, letter, unit, reason: '迟迟没有答复', dueOn: '2026-09-20' },
]
const whenDue: Record<PaperKind, EventBody[]> = {
  receipt: bodies.slice(0, 2),
  transfer: bodies.slice(0, 3),
  acceptance: bodies.slice(0, 4),
  decline: declined,
  extension: bodies.slice(0, 6),
  opinion: bodies.slice(0, 7),
  review: bodies.slice(0, 9),
  're-review': bodies,
  reminder: pressed('reminder'),
  supervision: pressed('supervision'),
}
const kinds = Object.keys(paperKinds) as PaperKind[]

async function readBack(bytes: Buffer): Promise<string> {
  const converted = await convert(bytes)
  return converted.ok ? `${converted.title}\n${converted.markdown}` : assert.fail(converted.error)
}

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

describe('a template of the office', () => {
  const docx = (...lines: string[]) => packDocx({ body: lines.map((line) => p(line)).join('') })
  const whole = ['〔文书编号〕', '〔信访人〕：', '〔正文〕', '〔权利告知〕', '〔落款〕 〔日期〕']

  it('is filled in, with what it says besides', async () => {
    const bytes = docx('云川区某局', ...whole, '抄送：〔2025〕3号文所列单位')
    assert.equal(await faultOfTemplate('opinion', bytes), null)
    const text = await readBack(fillTemplate(bytes, wordsAfter(whenDue.opinion, 'opinion')))
    assert.match(text, /云川区某局/)
    assert.match(text, /〔2025〕3号文所列单位/)
    assert.match(text, /修灯 (?:<|&lt;|\\<)b/)
  })

  it('is refused with words where something statutory is missing, unknown or broken', async () => {
    const faults: [Buffer, RegExp][] = [
      [docx(...whole.filter((line) => !line.includes('权利告知'))), /缺少〔权利告知〕.*必须写明/],
      [docx('〔信访人〕'), /缺少〔文书编号〕〔正文〕〔权利告知〕〔日期〕/],
      [docx(...whole, '〔信仿人〕'), /没有〔信仿人〕这样的占位词/],
      [docx(...whole, '〔未完'), /没有成对/],
      [docx(...whole, '〔#正文〕'), /没有成对|不能用的记号/],
      [Buffer.from('不是 Word 文件'), /请上传 Word 文件/],
      [Buffer.alloc(1024 * 1024 + 1), /超过 1 MB/],
    ]
    for (const [bytes, words] of faults) {
      assert.match((await faultOfTemplate('opinion', bytes)) ?? 'taken', words)
    }
  })

  it('is refused where it reaches out when the paper is opened, or hides placeholders in its head', async () => {
    const body = whole.map((line) => p(line)).join('')
    const field = (code: string) => `<w:p><w:r><w:instrText>${code}</w:instrText></w:r></w:p>`
    const head = (text: string) => ({
      name: 'word/header1.xml',
      text: `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p(text)}</w:hdr>`,
    })
    const link = { id: 'r9', target: 'https://example.com/', external: true }
    const faults: [Buffer, RegExp][] = [
      [packDocx({ body, related: [{ ...link, type: 'image' }] }), /连到外面/],
      [packDocx({ body, related: [{ ...link, type: 'attachedTemplate' }] }), /连到外面/],
      [packDocx({ body: body + field(' INCLUDEPICTURE "https://example.com/a" ') }), /连到外面/],
      [packDocx({ body: body + field(' DDEAUTO c:\\\\a ') }), /连到外面/],
      [packDocx({ body, parts: [{ name: 'word/embeddings/a.bin', text: 'x' }] }), /连到外面/],
      [packDocx({ body, parts: [head('〔@诉求〕')] }), /没有〔@诉求〕/],
      [docx(...whole, '〔信访人〕'.repeat(501)), /超过 500 个/],
    ]
    for (const [bytes, words] of faults) {
      assert.match((await faultOfTemplate('opinion', bytes)) ?? 'taken', words)
    }
    const plain = [
      packDocx({ body, related: [{ ...link, type: 'hyperlink' }] }),
      packDocx({ body: body + field(' PAGE ') }),
      docx(...whole, '请看 LINK 和 DDE 两个词'),
    ]
    for (const bytes of plain) assert.equal(await faultOfTemplate('opinion', bytes), null)
  })
})
