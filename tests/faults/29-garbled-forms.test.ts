import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { TestContext } from 'node:test'
import fc from 'fast-check'
import { newIdempotencyKey } from '../../site/src/petition/submit/idempotency-key.ts'
import { fieldValue, postInPieces, readReceipt } from '../support/portal/citizen.ts'
import { story } from '../support/portal/stories.ts'
import { startIntake } from '../support/portal/intake.ts'
import type { Filed, Intake } from '../support/portal/intake.ts'
import { proofMaker, readPepper } from '../support/portal/proof.ts'

let intake: Intake
let filed: Filed
let known: { number: string; code: string }
const appeal = { level: 'review', lastDay: '2126-12-21' } as const
before(async () => {
  intake = await startIntake()
  filed = await intake.file()
  known = { number: filed.number, code: filed.code }
  await intake.bureau.push(filed.digits, {
    revision: 1,
    state: 'replied',
    reply: { text: '已经办理。', unit: '区人社局', deliveredOn: '2026-11-21' },
    may: { evaluate: true, supplement: true, withdraw: true, appeal },
  })
})
after(() => intake.stop())

/** Signs of one, two, three and four bytes, line ends, and what HTML and forms escape. */
const sign = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map(String.fromCodePoint) },
  { weight: 2, arbitrary: fc.constantFrom('\r\n', 'é', '，', '。', '“', '＆') },
  { weight: 2, arbitrary: fc.constantFrom('😀', '𠮷', '👨‍👩‍👧', '\u{10ffff}') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('a', '&', '<', '>', '"', "'", '+', '%', '=', ' ', '&amp;'),
  },
)
/** Long enough to lie across several buffers of a renderer, wherever in the page it stands. */
const text = fc
  .tuple(fc.array(sign, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 2_600 }))
  .map(([signs, length]) => {
    const written = Array.from({ length }, (_, place) => signs[(place * 7) % signs.length]).join('')
    // More would be past what a form may have in bytes; no browser sends half a line end.
    return Array.from(written).slice(0, 4_000).join('').replace(/\r$/, '')
  })

const runs = 90
async function comesBack(
  t: TestContext,
  send: (typed: string, encoding: 'urlencoded' | 'multipart') => Promise<string>,
  read: (html: string) => string | undefined,
): Promise<void> {
  let tried = 0
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.constantFrom('urlencoded' as const, 'multipart' as const),
      async (typed, encoding) => {
        tried += 1
        const html = await send(typed, encoding)
        assert.doesNotMatch(html, /[\0\uFFFD]/)
        assert.equal(read(html), typed.replaceAll('\r\n', '\n'))
      },
    ),
    { numRuns: runs, endOnFailure: true },
  )
  t.diagnostic(`${tried} texts, all came back as they were typed`)
}

const post = async (path: string, fields: Record<string, string>, encoding: string) =>
  postInPieces(intake.portal.url + path, fields, encoding === 'multipart')

it('holds no broken sign in any page that is only asked for', async () => {
  const petition = ['/petition/', '/petition/resume/', '/petition/track/']
  for (const path of [...petition, '/feedback/', '/search/?q=信访']) {
    const response = await fetch(intake.portal.url + path)
    const html = new TextDecoder('utf-8', { fatal: true }).decode(await response.arrayBuffer())
    assert.doesNotMatch(html, /[\0\uFFFD]/, path)
  }
})

it('gives an error report back as it was typed', (t) =>
  comesBack(
    t,
    (text, encoding) => post('/feedback/', { text, page: '长'.repeat(400) }, encoding),
    (html) => fieldValue(html, 'text'),
  ))

it('gives the petition form back as it was typed', async (t) => {
  const key = await intake.citizen.openForm()
  await comesBack(
    t,
    (facts, encoding) => post('/petition/', { ...story, name: '', facts, key }, encoding),
    (html) => fieldValue(html, 'facts'),
  )
})

it('gives a form that is saved back as it was typed', (t) =>
  comesBack(
    t,
    (facts, encoding) =>
      post('/petition/resume/', { intent: 'save', facts, request: facts }, encoding),
    (html) =>
      fieldValue(html, 'request') === fieldValue(html, 'facts')
        ? fieldValue(html, 'facts')
        : undefined,
  ))

it('opens a saved form again as it was typed', async (t) => {
  const key = await intake.citizen.openForm()
  await comesBack(
    t,
    async (facts, encoding) => {
      const saved = await post(
        '/petition/resume/',
        { intent: 'save', key, title: '一', facts },
        encoding,
      )
      const resumeCode = fieldValue(saved, 'resumeCode') ?? assert.fail('it was not saved')
      return post('/petition/resume/', { intent: 'resume', resumeCode }, encoding)
    },
    (html) => fieldValue(html, 'facts'),
  )
})

const follow = (fields: Record<string, string>, encoding: string) =>
  post('/petition/track/', { ...known, ...fields }, encoding)

it('gives an evaluation without a choice back as it was typed', (t) =>
  comesBack(
    t,
    (comment, encoding) => follow({ intent: 'evaluate', comment }, encoding),
    (html) => fieldValue(html, 'comment'),
  ))

it('gives a supplement whose files are gone back as it was typed', (t) =>
  comesBack(
    t,
    (typed, encoding) =>
      follow(
        {
          intent: 'supplement',
          text: typed,
          key: filed.key,
          attachments: '00000000-0000-4000-8000-000000000000',
        },
        encoding,
      ),
    (html) => fieldValue(html, 'text'),
  ))

it('gives a withdrawal that is asked about once more back as it was typed', (t) =>
  comesBack(
    t,
    (reason, encoding) => follow({ intent: 'withdraw', reason }, encoding),
    (html) => fieldValue(html, 'reason'),
  ))

it('hands the office what was typed, whichever way the form came', async (t) => {
  const sent = new Map<string, string>()
  const prove = proofMaker(readPepper(intake.data.path))
  for (const encoding of ['urlencoded', 'multipart']) {
    for (const typed of fc.sample(text, 30).map((each) => each.slice(0, 2_000))) {
      const facts = `${encoding} ${typed.trim()} 完`.toWellFormed()
      const key = newIdempotencyKey()
      const proof = prove()
      const html = await post('/petition/', { ...story, facts, key, proof }, encoding)
      const { number } = readReceipt({ html })
      sent.set(number.replace(/\D/g, ''), facts.replaceAll('\r\n', '\n'))
    }
  }
  const opened = new Map(
    (await intake.bureau.allPetitions()).map(({ number, petition }) => [number, petition.facts]),
  )
  for (const [number, facts] of sent) assert.equal(opened.get(number), facts)
  t.diagnostic(`${sent.size} petitions, all opened as they were typed`)
})
