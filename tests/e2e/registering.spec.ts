import { expect, type Page } from 'playwright/test'
import { newForm } from '../support/case/registration.ts'
import { pdfFile, photograph } from '../support/files/files.ts'
import { violations } from './support/axe.ts'
import { cms } from './support/places.ts'
import { staff, test } from './support/staff-browser.ts'

/** Reloads, and lets the page be left with something half written. */
async function reload(page: Page): Promise<void> {
  const asked = page.waitForEvent('dialog').then((dialog) => dialog.accept())
  await page.reload()
  await asked
}

for (const [name, width, height] of [
  ['a desk', 1280, 900],
  ['a telephone', 390, 800],
] as const) {
  test(`a visit is registered, kept meanwhile, and seen to be a repeat at ${name}`, async ({
    atDesk,
  }) => {
    const phone = `1370000${width}`.padEnd(11, '1')
    const facts = `${width} 号井盖破损已经一个月，昨晚有人踩空扭伤了脚。`
    const clerk = await staff('case-clerk')
    const earlier = await clerk.call(
      'POST',
      '/desk/cases',
      newForm({ title: '井盖破损', phone, facts }),
    )
    expect(earlier.status).toBe(200)

    const page = await atDesk('case-clerk')
    await page.setViewportSize({ width, height })
    await page.goto(`${cms}/admin/desk`)
    const link = page.getByRole('link', { name: '登记来访来信来电' })
    await expect(link).toBeVisible()
    // Its words stand within it, on one line.
    const look = await link.evaluate((seen) => {
      const words = document.createRange()
      words.selectNodeContents(seen)
      const [outer, inner] = [seen.getBoundingClientRect(), words.getBoundingClientRect()]
      return {
        isHigh: outer.height >= 44,
        holds: inner.left > outer.left && inner.right < outer.right,
        isOneLine: inner.height < 40,
      }
    })
    expect(look).toEqual({ isHigh: true, holds: true, isOneLine: true })
    await link.click()
    const register = page.getByRole('button', { name: '登记', exact: true })
    await expect(register).toBeVisible({ timeout: 30_000 })
    await register.click()
    await expect(page.getByText('请选择怎样来的')).toBeVisible()
    await expect(page.getByRole('radio', { name: '来访' })).toBeFocused()

    await page.getByRole('radio', { name: '来访' }).check()
    await page.getByLabel('姓名（单位名称）').fill('钱七')
    // Nothing is set up by which progress could be told.
    await expect(page.getByRole('radio', { name: '短信' })).toHaveCount(0)
    await page.getByLabel(/^电话/).fill(phone)
    await page.getByLabel(/^一共多少人/).fill('７')
    await page.getByLabel('第 1 位代表的名字').fill('钱七')
    await page.getByLabel('住址').fill('柳岸社区 8 栋')
    const repeats = page.getByRole('complementary', { name: '可能重复的办件' })
    await expect(repeats.getByText('同一电话')).toBeVisible()
    await page.getByRole('textbox', { name: '诉求' }).fill('请换好井盖。')
    await page.getByLabel('事实与理由').fill(`我再说一次：${facts}`)
    await page.getByLabel('标题').fill('井盖还没有修')
    await page.getByRole('radio', { name: '申诉求决' }).check()
    await page.getByLabel('问题领域').selectOption({ index: 1 })
    await page.getByLabel('问题属地').fill('柳岸社区')
    await expect(repeats.getByText(/井盖破损已经一个月/).first()).toBeVisible()
    const materials = page.getByRole('list', { name: '已加的材料' })
    await page.getByLabel('选择材料').setInputFiles([
      { name: '来信.pdf', mimeType: 'application/pdf', buffer: pdfFile() },
      { name: '示意图.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') },
      { name: '井盖.jpg', mimeType: 'image/jpeg', buffer: await photograph() },
    ])
    await expect(materials.getByRole('listitem')).toContainText(['来信.pdf', '井盖.jpg'])
    await expect(page.getByText('示意图.svg：不收网页和 SVG 图形。')).toBeVisible()
    expect(await violations(page)).toEqual([])

    await reload(page)
    await expect(page.getByLabel('标题')).toHaveValue('井盖还没有修', { timeout: 30_000 })
    await expect(page.getByLabel('第 1 位代表的名字')).toHaveValue('钱七')
    await expect(materials.getByRole('listitem')).toHaveCount(2)
    await repeats.getByRole('button', { name: '是重复' }).first().click()
    await page.getByLabel('为什么是同一事项').fill('同一个井盖')

    await page.route('**/desk/cases', (route) => route.abort())
    await register.click()
    await expect(page.getByText(/没有登记上：请检查网络，再按一次/)).toBeVisible()
    await page.unroute('**/desk/cases')
    await register.click()
    await expect(page.getByRole('heading', { name: '已经登记' })).toBeFocused()
    await expect(page.getByTestId('query-code')).toHaveText(/^\w{4}-\w{4}-\w{4}$/)
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { name: '信访事项登记回执' })).toBeVisible()
    await expect(page.getByRole('button', { name: '打印回执' })).toBeHidden()
    await page.emulateMedia({ media: null })
    await page.getByRole('button', { name: '已经交给信访人' }).click()
    await expect(page.getByTestId('query-code')).toHaveCount(0)
    await page.getByRole('button', { name: '打开办件' }).click()
    await expect(page.getByText('井盖还没有修').first()).toBeVisible({ timeout: 30_000 })
    // A picture is shown as soon as it is in sight.
    await page.getByRole('button', { name: '下载井盖.jpg' }).scrollIntoViewIfNeeded()
    await expect(page.getByRole('img', { name: '井盖.jpg' })).toBeVisible()
    await expect(page.getByRole('button', { name: '查看来信.pdf' })).toBeVisible()
    await page.goto(`${cms}/admin/desk/register`)
    await expect(page.getByLabel('标题')).toHaveValue('', { timeout: 30_000 })
  })
}
