import { expect } from 'playwright/test'
import { test } from './support/staff-browser.ts'
import { cms } from './support/places.ts'

test('the administrator’s home names what needs looking at, and where things are', async ({
  atDesk,
}) => {
  const page = await atDesk('administrator')
  await page.goto(`${cms}/admin/`)
  await expect(page.getByText('需要留意的')).toBeVisible()
  await expect(page.getByText(/首次登录的账号和密码还留在服务器上/)).toBeVisible()
  await expect(page.getByText(`管理后台，工作人员访问：${cms}/admin/`)).toBeVisible()
  await expect(page.getByText(/还没有离线恢复密钥，也做不了备份/)).toBeVisible()
  // 内容管理 begins with the list of cases, which is not the administrator's: another is shown instead.
  await page.getByRole('link', { name: '内容管理' }).click()
  await expect(
    page.getByRole('heading', { name: /^(?:办理结果公示|包案领导|单位账号)$/, level: 1 }),
  ).toBeVisible()
  await expect(page.getByText('没有查看这些内容的权限')).toBeHidden()
  await page.goto(`${cms}/admin/`)
  await page.getByRole('link', { name: '查阅记录' }).click()
  await expect(page.getByRole('heading', { name: '查阅记录' })).toBeVisible()
  await page.goto(`${cms}/admin/me`)
  await expect(page.getByText('这里的设置只对您自己有效。')).toBeVisible()
})
