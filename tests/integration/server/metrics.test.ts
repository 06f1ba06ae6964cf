import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { freePorts } from '../../support/machine/ports.ts'
import { createCitizen, readReceipt } from '../../support/portal/citizen.ts'
import { createDataDir, pointTo, startPortal } from '../../support/portal/portal.ts'
import type { DataDir, RunningPortal } from '../../support/portal/portal.ts'
import { story } from '../../support/portal/stories.ts'
import { buildSite, type SiteRelease } from '../../support/release/site-release.ts'

describe('what the portal tells Prometheus', () => {
  let data: DataDir
  let release: SiteRelease
  let portal: RunningPortal
  let address: string
  before(async () => {
    const [port] = await freePorts(1)
    release = await buildSite()
    data = await createDataDir()
    pointTo(data.path, release.folder)
    address = `127.0.0.1:${port}`
    portal = await startPortal(data.path, { PORTAL_METRICS: address })
  })
  after(async () => {
    await portal?.stop()
    data?.remove()
    release?.remove()
  })

  it('is how many were filed and refused, how long it took and what waits, and of whom nothing', async () => {
    const citizen = createCitizen(portal.url)
    const key = await citizen.openForm()
    const { number } = readReceipt(await citizen.file({ ...story, key }))
    await citizen.file({ ...story, title: '', key: await citizen.openForm() })
    const text = await (await fetch(`http://${address}/metrics`)).text()
    const count = (area: string, method: string, status: string) => {
      const labels = `program="portal",area="${area}",method="${method}",status="${status}"`
      const line = text
        .split('\n')
        .find((each) => each.startsWith(`portal_request_seconds_count{${labels}}`))
      return Number(line?.split(' ')[1] ?? 0)
    }
    assert.equal(count('petition', 'POST', '200'), 1)
    assert.equal(count('petition', 'POST', '422'), 1)
    assert.ok(count('petition', 'GET', '200') >= 2)
    assert.match(text, /^portal_mailbox_messages\{program="portal"\} 1$/m)
    assert.match(text, /^portal_disk_free_bytes\{program="portal"\} [1-9]/m)
    const digits = number.replaceAll(' ', '')
    for (const secret of [story.name, story.phone, digits, story.title]) {
      assert.ok(!text.includes(secret), 'something of a petition')
    }
  })

  it('is told on its own address only', async () => {
    assert.equal((await fetch(`${portal.url}/metrics`)).status, 404)
    assert.equal((await fetch(`http://${address}/petition/`)).status, 404)
    assert.equal((await fetch(`http://${address}/metrics`, { method: 'POST' })).status, 404)
  })

  it('says so where its address cannot be had', async () => {
    const second = await createDataDir()
    pointTo(second.path, release.folder)
    const refused = await startPortal(second.path, { PORTAL_METRICS: address })
    assert.equal(await refused.exited, 1)
    assert.match(refused.output(), /PORTAL_METRICS/)
    second.remove()
  })
})
