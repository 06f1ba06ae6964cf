import { expect, type Page } from 'playwright/test'
import { lampStory } from '../../support/portal/stories.ts'
import { portal } from './places.ts'

export const facts = lampStory.facts
export const stepHeading = (page: Page, step: number) =>
  page.getByRole('heading', { level: 2, name: new RegExp(`第 ${step} 步，共`) })
export const goOn = (page: Page) => page.getByRole('button', { name: '下一步' }).click()

/** Answers the first two steps, and stops in the middle of the third. */
export async function writeHalf(page: Page): Promise<void> {
  await page.goto(`${portal}/petition/`)
  await expect(stepHeading(page, 1)).toBeVisible()
  await page.getByLabel('申诉求决').check()
  await page.getByLabel('问题领域').selectOption(lampStory.topic)
  await page.getByLabel('标题').fill(lampStory.title)
  await goOn(page)
  await page.getByLabel('问题属地').selectOption({ label: '柳岸社区' })
  await goOn(page)
  await page.getByLabel('事实与理由').fill('今年九月')
}

/** Goes on to the last step, whatever steps there are, and tells the name where it is asked. */
export async function walkToTheEnd(page: Page): Promise<void> {
  const sends = page.getByRole('button', { name: '提交信访事项' })
  while (!(await sends.isVisible())) {
    if (await page.getByLabel('姓名').isVisible()) {
      await page.getByLabel('姓名').fill(lampStory.name)
      await page.getByLabel('手机号码').fill(lampStory.phone)
      await page.getByLabel('联系地址').fill(lampStory.address)
    }
    const heading = await page.locator('.part:not([hidden]) > h2').innerText()
    await goOn(page)
    await expect(page.locator('.part:not([hidden]) > h2')).not.toHaveText(heading)
  }
}
