import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createCitizen, formKey, readReceipt, visibleText } from '../support/portal/citizen.ts'
import { story } from '../support/portal/stories.ts'
import { startIntake } from '../support/portal/intake.ts'
import type { Intake } from '../support/portal/intake.ts'
import { startPortal } from '../support/portal/portal.ts'
import { proofMaker, readPepper, solveProof } from '../support/portal/proof.ts'

let intake: Intake
before(async () => {
  intake = await startIntake()
})
after(() => intake.stop())

describe('a petition with a proof of work', () => {
  it('is taken where the proof is new and right', async () => {
    const { citizen, portal } = intake
    const [key, proof] = [await citizen.openForm(), await solveProof(portal.url)]
    assert.equal((await citizen.fileAsData({ ...story, key, proof })).status, 200)
  })

  it('is turned back with 400 where the proof was used by another form', async () => {
    const { citizen, bureau, portal } = intake
    const proof = await solveProof(portal.url)
    const first = await citizen.openForm()
    assert.equal((await citizen.fileAsData({ ...story, key: first, proof })).status, 200)
    const before = (await bureau.allPetitions()).length
    const keys = await Promise.all([citizen.openForm(), citizen.openForm()])
    for (const key of keys) {
      const { status, answer } = await citizen.fileAsData({ ...story, key, proof })
      assert.deepEqual([status, answer], [400, { kind: 'unproven' }])
    }
    assert.equal((await bureau.allPetitions()).length, before)
  })

  it('is taken once where many forms come with one proof at the same moment, also at two portals', async (context) => {
    const { citizen, data, bureau, portal } = intake
    const second = await startPortal(data.path)
    context.after(() => second.stop())
    const proof = await solveProof(portal.url)
    const before = (await bureau.allPetitions()).length
    const citizens = [citizen, createCitizen(second.url)]
    const keys = await Promise.all(Array.from({ length: 20 }, () => citizen.openForm()))
    const answers = await Promise.all(
      keys.map((key, index) => citizens[index % 2]?.fileAsData({ ...story, key, proof })),
    )
    const statuses = answers.map((answer) => answer?.status)
    assert.equal(statuses.filter((status) => status === 200).length, 1)
    assert.equal(statuses.filter((status) => status === 400).length, 19)
    assert.equal((await bureau.allPetitions()).length, before + 1)
  })

  it('is turned back with 400 where the proof is expired or none at all, and nothing is lost', async () => {
    const { citizen, data } = intake
    const expired = proofMaker(readPepper(data.path))(-1)
    for (const proof of [expired, 'nonsense', 'x'.repeat(5_000)]) {
      const key = await citizen.openForm()
      const page = await citizen.file({ ...story, key, proof })
      assert.equal(page.status, 400)
      assert.match(visibleText(page), /还没有收下，请再提交一次.*您写的内容都还在/)
      for (const typed of [story.title, story.name, story.address, '找过劳动监察']) {
        assert.ok(page.html.includes(typed), typed)
      }
      const again = {
        ...story,
        key: formKey(page.html),
        proof: await solveProof(intake.portal.url),
      }
      assert.ok(readReceipt(await citizen.file(again)).number)
    }
  })

  it('gives its receipt again when the answer was lost, whatever has become of the proof', async () => {
    const { citizen, data, portal } = intake
    const [key, proof] = [await citizen.openForm(), await solveProof(portal.url)]
    const first = await citizen.fileAsData({ ...story, key, proof })
    assert.equal(first.status, 200)
    const expired = proofMaker(readPepper(data.path))(-1)
    for (const again of [proof, expired, 'nonsense', await solveProof(portal.url), '']) {
      assert.deepEqual(await citizen.fileAsData({ ...story, key, proof: again }), first)
    }
  })
})

describe('a petition without a proof', () => {
  it('is taken from a browser without a script, a few times, and then told to wait', async () => {
    const { citizen, portal } = intake
    const others = createCitizen(portal.url)
    const taken: number[] = []
    let page = await citizen.file({ ...story, key: await citizen.openForm(), proof: '' })
    while (page.status === 200) {
      taken.push(page.status)
      page = await citizen.file({ ...story, key: await citizen.openForm(), proof: '' })
    }
    assert.ok(taken.length >= 3 && taken.length <= 40, `${taken.length} were taken`)
    assert.equal(page.status, 429)
    const wait = Number(page.headers.get('retry-after'))
    assert.ok(wait >= 1 && wait <= 60)
    assert.match(visibleText(page), /还没有收下，现在提交的人太多.*请等 \d+ (?:秒|分钟)/)
    assert.ok(page.html.includes(story.title) && page.html.includes('找过劳动监察'))
    // Whoever brings a proof is not held up by those who do not.
    const key = formKey(page.html)
    assert.ok(readReceipt(await others.file({ ...story, key })).number)
  })

  it('does not count where something in it was still wrong', async (context) => {
    const { data } = intake
    const own = await startPortal(data.path)
    context.after(() => own.stop())
    const citizen = createCitizen(own.url, () => '')
    for (let count = 0; count < 50; count += 1) {
      const page = await citizen.file({ ...story, title: '', key: await citizen.openForm() })
      assert.equal(page.status, 422)
    }
    assert.ok(readReceipt(await citizen.file({ ...story, key: await citizen.openForm() })).number)
  })
})

describe('the field that nobody sees', () => {
  it('has a petition turned back in plain words, and taken when it is sent again', async () => {
    const { citizen, bureau } = intake
    const before = (await bureau.allPetitions()).length
    const filled = { ...story, key: await citizen.openForm(), website: 'https://spam.example' }
    const page = await citizen.file(filled)
    assert.equal(page.status, 422)
    assert.match(visibleText(page), /还没有收下，请再提交一次/)
    assert.ok(page.html.includes(story.title))
    assert.doesNotMatch(page.html, /spam\.example|receipt-value/)
    assert.equal((await bureau.allPetitions()).length, before)
    assert.ok(readReceipt(await citizen.file({ ...story, key: formKey(page.html) })).number)
  })

  it('cannot be reached by keyboard or screen reader', async () => {
    const { html } = await intake.citizen.open('/petition/')
    const [field = ''] = /<input[^>]*name="website"[^>]*>/.exec(html) ?? []
    assert.match(field, /tabindex="-1"/i)
    assert.match(field, /autocomplete="off"/i)
    assert.match(html, /<p class="trap" aria-hidden="true"><label>[^<]*<input[^>]*name="website"/)
  })
})
