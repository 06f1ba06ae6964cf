import type { Page } from 'playwright/test'
import { cms } from './places.ts'

/** Opens the page of a case. */
export async function openCase(page: Page, documentId: string): Promise<void> {
  await page.goto(`${cms}/admin/desk/cases/${documentId}`)
}

/** The form of a step, by the button that opens it. */
export function actionForm(page: Page, button: string) {
  return page.getByRole('group', { name: button, exact: true })
}

/** Opens the form of a step: from its button, or from the menu of the rare ones. */
export async function openAction(page: Page, button: string) {
  const steps = page.getByRole('region', { name: '办理', exact: true })
  const direct = steps.getByRole('button', { name: button, exact: true })
  const more = steps.getByRole('button', { name: '更多' })
  await direct.or(more).first().waitFor()
  if (await direct.isVisible()) await direct.click()
  else {
    await more.click()
    await page.getByRole('menuitem', { name: button, exact: true }).click()
  }
  return actionForm(page, button)
}
