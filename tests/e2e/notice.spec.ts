import { expect } from 'playwright/test'
import { acceptedCase, unit } from './support/accepted-case.ts'
import { openCase } from './support/case-page.ts'
import { cms } from './support/places.ts'
import { isFound, openEntry, state, take } from './support/publicity.ts'
import { test } from './support/staff-browser.ts'

const reply = [
  '一、诉求\n请修好巷口的路灯。',
  '二、事实和理由\n经查，李秀英反映的三盏路灯的镇流器烧坏，联系电话 13912345678。',
  '三、处理意见\n全部更换为新灯。',
  '四、法律依据\n《信访工作条例》第三十二条',
].join('\n\n')

test('a notice is begun on the page of a case by its own buttons, reviewed, and found by citizens', async ({
  page: citizen,
  atDesk,
}) => {
  test.setTimeout(300_000)
  const { entry, take: step } = await acceptedCase()
  await step({ kind: 'reply', unit, text: reply })
  const title = '巷口三盏坏了的灯换成了新灯'
  const clerk = await atDesk('case-clerk')
  await clerk.setViewportSize({ width: 1280, height: 900 })
  await openCase(clerk, entry.documentId)
  await clerk.getByRole('link', { name: '起草公示' }).click()

  // What names somebody is marked in the case, and not in the notice.
  const text = clerk.getByRole('region', { name: '正文，公示' })
  await expect(clerk.getByRole('region', { name: '正文，办件原文' })).toContainText('13912345678')
  await expect(text).toContainText('（电话略）')
  await expect(text).not.toContainText('13912345678')
  await expect(text).not.toContainText('李秀英')
  await clerk.getByRole('button', { name: '改写标题' }).click()
  await clerk.getByRole('region', { name: '标题，公示' }).getByRole('textbox').fill(title)
  await clerk.getByRole('textbox', { name: '摘要' }).fill('三盏灯都换了新的。')
  const send = clerk.getByRole('button', { name: '起草公示并送审' })
  await send.click()
  await expect(clerk.getByRole('main').getByRole('alert')).toHaveText('请选择办理结果。')
  await clerk.getByRole('combobox', { name: '办理结果' }).click()
  await clerk.getByRole('option', { name: '予以支持' }).click()
  await send.click()
  await expect(
    clerk.getByRole('status').filter({ hasText: '公示已经起草，并送去审核' }),
  ).toBeVisible()

  await clerk.getByRole('link', { name: '← 回到这一件' }).click()
  await expect(clerk.getByRole('region', { name: '办理结果公示' })).toContainText(title)

  const reviewer = await atDesk('publicity-reviewer')
  await reviewer.goto(`${cms}/admin/`)
  await reviewer.getByRole('link', { name: title }).click()
  await expect(state(reviewer)).toHaveText('待审核')
  await take(reviewer, '审核通过', '待发布')
  const publisher = await atDesk('publicity-publisher')
  await openEntry(publisher, reviewer.url())
  await take(publisher, '立即发布', '已发布')
  await expect(() => isFound(citizen, title, title)).toPass({ timeout: 180_000 })

  await clerk.reload()
  await expect(clerk.getByRole('link', { name: '看网上的公示' })).toHaveAttribute(
    'href',
    /\/notices\/.+/,
  )
})
