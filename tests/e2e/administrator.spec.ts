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
  await page.getByRole('link', { name: '查阅记录' }).click()
  await expect(page.getByRole('heading', { name: '查阅记录' })).toBeVisible()
  await page.goto(`${cms}/admin/me`)
  await expect(page.getByText('这里的设置只对您自己有效。')).toBeVisible()
})
