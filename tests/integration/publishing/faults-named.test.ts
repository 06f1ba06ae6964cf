import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { startCms, type RunningCms } from '../../support/desk/cms.ts'
import { insideDesk } from '../../support/desk/inside-desk.ts'
import { essay, openPublicityDesk } from '../../support/desk/publicity.ts'

type Named = { text: string; uid: string | null; documentId: string | null }

let office: RunningCms
before(async () => void (office = await startCms()))
after(() => office?.stop())

it('names the entry of a page that cannot be rendered, and of a link on it that leads nowhere', async () => {
  const desk = await openPublicityDesk(office)
  const documentId = await desk.write(desk.author, 'essay', essay('a-lamp', { title: '一盏灯' }))
  const problem = '网页生成不了，请检查它的文字、图片和关联'
  const faults = [
    { file: 'essays/a-lamp/index.html', problem },
    { file: 'essays/index.html', problem },
  ]
  const link = { page: '/essays/a-lamp/', to: '/guides/%E6%B2%A1%E6%9C%89/' }
  const elsewhere = { page: '/essays/', to: '/gone/' }
  let told: { render: Named[]; link: Named; elsewhere: Named } | undefined
  await office.restart(async () => {
    told = await insideDesk(
      office.dataDir,
      `const { explainFaults, explainDeadLink } = require('./dist/src/publishing/snapshot/explain-faults.js')
       return {
         render: await explainFaults(strapi, ${JSON.stringify(faults)}),
         link: await explainDeadLink(strapi, ${JSON.stringify(link)}),
         elsewhere: await explainDeadLink(strapi, ${JSON.stringify(elsewhere)}),
       }`,
    )
  })
  const uid = 'api::essay.essay'
  assert.deepEqual(told?.render, [
    {
      text: '征文与文章《一盏灯》：网页生成不了，请检查它的文字、图片和关联',
      uid,
      documentId,
    },
  ])
  const text = '征文与文章《一盏灯》：有打不开的链接 /guides/没有/'
  assert.deepEqual(told?.link, { text, uid, documentId, ...link })
  const nowhere = { text: '网页 /essays/ 上有打不开的链接 /gone/', uid: null, documentId: null }
  assert.deepEqual(told?.elsewhere, { ...nowhere, ...elsewhere })
})
