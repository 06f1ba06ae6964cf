import { chromium, type Page } from 'playwright'
import { requireChromium } from '../../../scripts/test/chromium.ts'
import { chromiumFlags } from '../../support/machine/chromium.ts'

/** A page of a fresh browser, which is closed afterwards. */
export async function withBrowser<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    executablePath: await requireChromium(),
    args: chromiumFlags,
  })
  try {
    return await work(await browser.newPage())
  } finally {
    await browser.close()
  }
}
