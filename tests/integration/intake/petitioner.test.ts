import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createCitizen, readReceipt, visibleText } from '../../support/portal/citizen.ts'
import { story } from '../../support/portal/stories.ts'
import type { Citizen } from '../../support/portal/citizen.ts'
import { createBureau } from '../../support/portal/bureau.ts'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../../support/portal/portal.ts'
import { buildSite } from '../../support/release/site-release.ts'
import type { SiteRelease } from '../../support/release/site-release.ts'

let release: SiteRelease
let data: DataDir
let portal: RunningPortal
let citizen: Citizen
let desk: ReturnType<typeof createBureau>

before(async () => {
  release = await buildSite()
  data = await createDataDir()
  pointTo(data.path, release.folder)
  portal = await startPortal(data.path)
  citizen = createCitizen(portal.url)
  desk = createBureau(portal.url, data.identity, data.token)
})
after(async () => {
  await portal.stop()
  data.remove()
  release.remove()
})

const organisation = {
  petitioner: 'organisation',
  organisation: '青禾示例商贸有限公司',
  creditCode: '91350100M000100Y43',
  contact: '王示例',
}
const joint = {
  petitioner: 'joint',
  people: '12',
  representative1Name: '李秀英',
  representative1Phone: '13800001234',
}

const file = async (fields: Record<string, string>) => {
  const key = await citizen.openForm()
  const { number } = readReceipt(await citizen.file({ ...story, ...fields, key }))
  const [opened] = await desk.petitions(number.replace(/\D/g, ''))
  assert.ok(opened?.kind === 'petition')
  return opened.petition
}

describe('who files, and how to be told', () => {
  it('files for an organisation', async () => {
    const petition = await file(organisation)
    assert.equal(petition.name, organisation.organisation)
    assert.deepEqual(petition.organisation, { creditCode: '91350100M000100Y43', contact: '王示例' })
  })

  it('files for many people with their representatives (20)', async () => {
    const { joint: filed } = await file(joint)
    assert.deepEqual(filed, {
      people: 12,
      representatives: [{ name: '李秀英', phone: '13800001234' }],
    })
  })

  it('asks how to be told only where the office can send, and says what has closed', async () => {
    const step = /<section[^>]*aria-labelledby="part-notify"[^>]*>/
    const page = async () => (await citizen.open('/petition/')).html
    assert.match(step.exec(await page())?.[0] ?? '', / hidden/)

    await desk.offer('email')
    const opened = await page()
    assert.doesNotMatch(step.exec(opened)?.[0] ?? '', / hidden/)
    assert.match(opened, /value="email"/)
    assert.doesNotMatch(opened, /value="sms"/)

    await desk.offer()
    const wish = { notifyBy: 'email', email: 'li@example.com' }
    const key = await citizen.openForm()
    const closed = await citizen.file({ ...story, ...wish, key })
    assert.equal(closed.status, 422)
    assert.match(closed.html, /现在不能发电子邮件告诉您了/)
    assert.doesNotMatch(step.exec(closed.html)?.[0] ?? '', / hidden/)
    assert.match(closed.html, /name="email"[^>]*value="li@example.com"/)
    assert.ok(closed.html.includes(story.facts))
    assert.equal((await citizen.file({ ...story, ...wish, notifyBy: 'none', key })).status, 200)
  })

  it('gives the receipt again of what was filed before the way closed', async () => {
    await desk.offer('sms')
    const fields = { ...story, notifyBy: 'sms', key: await citizen.openForm() }
    const first = readReceipt(await citizen.file(fields))
    await desk.offer()
    assert.deepEqual(readReceipt(await citizen.file(fields)), first)
  })

  it('files the wish to be told', async () => {
    await desk.offer('sms', 'email')
    assert.deepEqual((await file({ notifyBy: 'sms' })).notify, { by: 'sms' })
    const { notify } = await file({ notifyBy: 'email', email: 'li@example.com' })
    assert.deepEqual(notify, { by: 'email', address: 'li@example.com' })
    assert.equal((await file({ notifyBy: 'none', email: 'li@example.com' })).notify, undefined)
  })

  it('says what is wrong beside each field, and gives everything back', async () => {
    await desk.offer('email')
    const wrong = { ...organisation, creditCode: '91350100M000100Y44', contact: '' }
    const key = await citizen.openForm()
    const page = await citizen.file({ ...story, ...wrong, notifyBy: 'email', email: 'li@', key })
    assert.equal(page.status, 422)
    for (const field of ['creditCode', 'contact', 'email']) {
      assert.match(page.html, new RegExp(`href="#${field}"`))
      assert.match(page.html, new RegExp(`id="${field}"[^>]*aria-invalid="true"`))
    }
    for (const typed of [wrong.creditCode, wrong.organisation, 'li@']) {
      assert.ok(page.html.includes(`value="${typed}"`), typed)
    }
    assert.match(page.html, /value="organisation"[^>]*checked|checked[^>]*value="organisation"/)
  })

  it('shows every field on one page to a browser without a script', async () => {
    const { html } = await citizen.open('/petition/')
    assert.doesNotMatch(html, /<(?:section|div)[^>]* hidden/)
    for (const field of ['title', 'organisation', 'people', 'representative5Phone', 'email']) {
      assert.match(html, new RegExp(`name="${field}"`), field)
    }
  })
})

describe('where a matter belongs', () => {
  it('is asked before the form, and never has to be answered', async () => {
    const form = await citizen.open('/petition/')
    const [, link = ''] = /<a href="([^"]+)">回答几个问题/.exec(form.html) ?? []
    const question = await citizen.open(link)
    assert.equal(question.status, 200)
    assert.match(visibleText(question), /您想说的是哪一种事/)
    assert.match(question.html, /href="\/petition\/">不看了/)
    assert.doesNotMatch(question.html, /<main[\s\S]*<script[\s\S]*<\/main>/)
  })

  it('ends with who handles it, the articles, a guide and what was answered', async () => {
    const page = await citizen.open('/petition/where/wages/')
    assert.match(page.html, /regulations\/petition-work-regulations\/#article-31/)
    assert.match(page.html, /href="\/guides\/belongs-wages\/"/)
    assert.match(page.html, /href="\/notices\/[^"/]+\/"/)
    assert.match(page.html, /href="\/petition\/\?category=claim&(?:amp;|#38;)?topic=labour"/)
    const court = await citizen.open('/petition/where/court/')
    assert.match(visibleText(court), /途径：向人民法院起诉.*仍然要在这里提出/)
  })
})
