import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Installation } from '../../support/machine/installation.ts'
import { sharedInstallation } from '../../support/machine/shared-installation.ts'
import { reaches, shows, words } from '../../support/desk/publication-progress.ts'
import { essay, openPublicityDesk, type PublicityDesk } from '../../support/desk/publicity.ts'
import { until } from '../../support/machine/until.ts'

const page = '/campaigns/bench-month/'

describe('a campaign that gathers an essay which is not published yet', () => {
  let installation: Installation
  let desk: PublicityDesk
  let late: string
  let campaign: string
  before(async () => {
    installation = await sharedInstallation()
    desk = await openPublicityDesk(installation)
    late = await desk.write(desk.author, 'essay', essay('late-essay', { title: '后来的征文' }))
    const early = await desk.write(
      desk.author,
      'essay',
      essay('early-essay', { title: '先到的征文' }),
    )
    await desk.publish('essay', early)
    campaign = await desk.write(desk.author, 'campaign', {
      title: '长椅宣传月',
      slug: 'bench-month',
      summary: '一句话摘要。',
      body: '活动的话。',
      startsOn: '2026-11-01',
      endsOn: '2026-11-30',
      source: '本局',
      demonstration: true,
      essays: [late, early],
    })
    await desk.publish('campaign', campaign)
    await reaches(desk.author, 'campaign', campaign, 'live')
  })

  const linked = async (): Promise<string[]> => {
    const path = `/content-manager/collection-types/api::campaign.campaign/${campaign}`
    const { body } = await desk.author.call(
      'GET',
      `/content-manager/relations/api::campaign.campaign/${await idOf(path)}/essays?status=draft`,
    )
    return (body as { results: { documentId: string }[] }).results.map((one) => one.documentId)
  }
  const idOf = async (path: string): Promise<string> => {
    const { body } = await desk.author.call('GET', path)
    return String((body as { data: { documentId: string } }).data.documentId)
  }

  it('shows what is published, in its place, and the other as soon as it is', async () => {
    const first = await shows(installation, page, '先到的征文')
    assert.ok(!first.includes('后来的征文'))
    await desk.publish('essay', late)
    await reaches(desk.author, 'essay', late, 'live')
    const second = await shows(installation, page, '后来的征文')
    assert.ok(second.indexOf('后来的征文') < second.indexOf('先到的征文'))
  })

  it('shows it again after it was away', async () => {
    await desk.take(desk.publisher, 'essay', late, {
      kind: 'withdraw',
      reason: '核对',
      note: '本页正在核对。',
    })
    await until('the essay to be gone', 60, async () => {
      const text = await words(installation, page)
      return text !== undefined && !text.includes('后来的征文') ? text : undefined
    })
    await desk.publish('essay', late)
    await shows(installation, page, '后来的征文')
  })

  it('keeps its links when the draft is given up', async () => {
    const before = await linked()
    assert.equal(before.length, 2)
    await desk.take(desk.publisher, 'essay', late, {
      kind: 'withdraw',
      reason: '核对',
      note: '本页正在核对。',
    })
    await desk.save(desk.author, 'campaign', campaign, { title: '改了的题目' })
    await desk.take(desk.author, 'campaign', campaign, { kind: 'discard' })
    assert.deepEqual((await linked()).sort(), before.sort())
  })
})
