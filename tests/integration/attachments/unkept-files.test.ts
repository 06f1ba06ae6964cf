import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { it } from 'node:test'
import { postAsBrowser, withoutTyped, visibleText } from '../../support/portal/citizen.ts'
import type { Page } from '../../support/portal/citizen.ts'
import { filmFile, pdfFile } from '../../support/files/files.ts'
import { startIntake } from '../../support/portal/intake.ts'
import type { Filed, Intake } from '../../support/portal/intake.ts'
import { fileFormButtons } from '../../support/portal/scriptless-form.ts'
import { solveProof } from '../../support/portal/proof.ts'
import { story } from '../../support/portal/stories.ts'

const pdf = (name: string, content = pdfFile({ text: name })) =>
  new File([new Uint8Array(content)], name)
/** More than a form may bring, so that some are not looked at at all. */
const many = Array.from({ length: 44 }, (_, at) => pdf(`新${at}.pdf`))
const proxied = { TRUSTED_PROXIES: '1' }
const appeal = { level: 'review', lastDay: '2126-12-21' } as const

/** The form's first file, so that there is one to take out. */
const first = pdf('先.pdf')

/** Where each form stands once it holds that file. */
const forms: { name: string; open: (intake: Intake) => Promise<Page> }[] = [
  {
    name: 'the petition form',
    async open(intake) {
      const key = await intake.citizen.openForm()
      return post(intake, '/petition/', { ...story, phone: '1', key })
    },
  },
  {
    name: 'a form that was saved',
    async open(intake) {
      const key = await intake.citizen.openForm()
      return post(intake, '/petition/resume/', { ...story, key, intent: 'save' })
    },
  },
  {
    name: 'a supplement',
    open: async (intake) => follow(intake, await replied(intake), { intent: 'supplement' }),
  },
  {
    name: 'an appeal',
    open: async (intake) =>
      follow(intake, await replied(intake), { intent: 'appeal', level: 'review' }),
  },
]

/** Each from an address of its own: one alone may not bring as many files as these tests do. */
const fromAnywhere = (): Record<string, string> => ({
  'x-forwarded-for': `10.${[0, 0, 0].map(() => randomInt(256)).join('.')}`,
})

async function post(
  { portal }: Intake,
  path: string,
  fields: Record<string, string>,
  files: readonly File[] = [first],
  from = fromAnywhere(),
): Promise<Page> {
  const form = new FormData()
  const proof = await solveProof(portal.url)
  const all = { attachments: 'all', proof, ...fields }
  for (const [name, value] of Object.entries(all)) form.append(name, value)
  for (const file of files) form.append('files', file)
  return postAsBrowser(portal.url + path, form, from)
}
async function replied(intake: Intake): Promise<Filed> {
  const filed = await intake.file()
  const may = { supplement: true, appeal }
  await intake.bureau.push(filed.digits, { revision: 1, state: 'replied', may })
  return filed
}
async function follow(
  intake: Intake,
  { number, code }: Filed,
  fields: Record<string, string>,
): Promise<Page> {
  const { html } = await intake.citizen.track(number, code)
  const from = html.slice(html.indexOf(`id="${fields.intent}"`))
  const key = /name="key" value="([^"]+)"/.exec(from)?.[1] ?? assert.fail('no key')
  return post(intake, '/petition/track/', { number, code, key, ...fields })
}

/**
 * Presses each button of a form that holds a file, with files chosen beside it; which button let which file
 * vanish without a word.
 * @param sound whether the form can be sent but for its files
 */
async function vanished(
  intake: Intake,
  open: (intake: Intake) => Promise<Page>,
  chosen: { files: readonly File[]; sound: boolean; from: () => Record<string, string> },
): Promise<{ pressed: number; unsaid: string[] }> {
  const { files, sound, from } = chosen
  const unsaid: string[] = []
  const buttons = fileFormButtons(await open(intake), intake.portal.url)
  for (const [at, { words }] of buttons.entries()) {
    const button = fileFormButtons(await open(intake), intake.portal.url)[at] ?? assert.fail()
    const proof = await solveProof(intake.portal.url)
    const right: Record<string, string> = sound
      ? { phone: story.phone, text: '又有新的。', grounds: '不同意。' }
      : {}
    const said = visibleText(await button.press(files, { proof, ...right }, from()))
    const missing = files.filter(({ name }) => !said.includes(name))
    if (missing.length > 0) unsaid.push(`${words}: ${missing.map(({ name }) => name).join(' ')}`)
    else if (!said.includes('没有存上')) unsaid.push(words)
  }
  return { pressed: buttons.length, unsaid }
}

for (const { name, open } of forms) {
  it(`names the files beyond what ${name} may bring, whatever is pressed`, async (t) => {
    const intake = await startIntake(proxied)
    t.after(intake.stop)
    const chosen = { files: many, sound: false, from: fromAnywhere }
    const { pressed, unsaid } = await vanished(intake, open, chosen)
    assert.deepEqual(unsaid, [])
    assert.ok(pressed >= 3)
  })

  it(`names the files of ${name} that cannot be stored now, whatever is pressed`, async (t) => {
    const intake = await startIntake(proxied)
    t.after(intake.stop)
    // One that has brought as much as it may for now.
    const full = { 'x-forwarded-for': '10.255.255.255' }
    for (let times = 0; times < 2; times += 1) {
      const key = await intake.citizen.openForm()
      await post(intake, '/petition/resume/', { ...story, key, intent: 'save' }, many, full)
    }
    for (const sound of [false, true]) {
      const chosen = { files: many.slice(0, 4), sound, from: () => full }
      assert.deepEqual((await vanished(intake, open, chosen)).unsaid, [])
    }
  })
}

/** A few megabytes more than a form may bring, in films of which each may be. */
const large = ['一.mp4', '二.mp4', '三.mp4'].map((name) => pdf(name, filmFile(35 * 1024 * 1024)))

for (const { name, open } of forms) {
  it(`keeps the words of ${name} whose files are too large together, whatever is pressed`, async (t) => {
    const intake = await startIntake(proxied)
    t.after(intake.stop)
    const buttons = fileFormButtons(await open(intake), intake.portal.url)
    assert.ok(buttons.length >= 3)
    const written = { facts: '写了很久的话。', text: '写了很久的话。', grounds: '写了很久的话。' }
    for (const [at, { words }] of buttons.entries()) {
      const page = await open(intake)
      const button = fileFormButtons(page, intake.portal.url)[at] ?? assert.fail()
      const next = await button.press(large, written, fromAnywhere())
      assert.match(next.html, /写了很久的话。<\/textarea>/, words)
      assert.match(
        visibleText(next),
        /“一\.mp4”等附件没有存上。附件超出了限度.*一共不超过 100 MB/,
        words,
      )
      assert.doesNotMatch(visibleText(next), /已经收到|已送出/, words)
      const others = fileFormButtons(next, intake.portal.url).map((each) => each.words)
      assert.ok(others.includes('删去：先.pdf') || name !== 'the petition form', words)
    }
  })
}

it('says that the files of another form are to be chosen anew for a further petition', async (t) => {
  const intake = await startIntake()
  t.after(intake.stop)
  const { key } = await intake.file()
  const other = { ...story, title: '另一件事', key }
  const page = await post(intake, '/petition/', other)
  assert.equal(page.status, 409)
  assert.match(visibleText(page), /“先\.pdf”没有存上。换了一张新表，要带的请重新选择/)
})

it('gives back what was written where number and code open nothing any more', async (t) => {
  const intake = await startIntake()
  t.after(intake.stop)
  const filed = await replied(intake)
  const send = (who: { number: string; code: string }) =>
    follow(intake, filed, {
      intent: 'appeal',
      level: 'review',
      grounds: '不同意这个答复。',
      ...who,
    })
  const wrong = await send({ number: filed.number, code: 'AAAA AAAA AAAA' })
  assert.equal(wrong.status, 404)
  assert.match(visibleText(wrong), /刚才写的没有送出.*不同意这个答复。.*选的附件也没有送出/)
  const unknown = await send({ number: '1234 5678 9012 3456', code: 'AAAA AAAA AAAA' })
  assert.equal(withoutTyped(unknown.html), withoutTyped(wrong.html))
})
