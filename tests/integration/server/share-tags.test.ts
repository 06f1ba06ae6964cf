import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { parse } from 'node-html-parser'
import { startIntake } from '../../support/portal/intake.ts'
import type { Intake } from '../../support/portal/intake.ts'

let intake: Intake
before(async () => void (intake = await startIntake()))
after(() => intake.stop())

it('says of pages on demand how they look when they are shared, with a picture that is there', async () => {
  for (const path of ['/petition/', '/petition/track/', '/petition/resume/', '/search/?q=欠薪']) {
    const html = await (await fetch(intake.portal.url + path)).text()
    const said = (name: string) =>
      parse(html).querySelector(`meta[property="og:${name}"]`)?.getAttribute('content') ?? ''
    for (const name of ['title', 'description', 'site_name']) assert.ok(said(name), path)
    const image = new URL(said('image'))
    assert.match(image.protocol, /^https?:$/)
    const picture = await fetch(intake.portal.url + image.pathname)
    assert.equal(picture.status, 200, path)
    assert.match(picture.headers.get('content-type') ?? '', /^image\//)
  }
})
