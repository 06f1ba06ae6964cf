import { after, before } from 'node:test'
import { chromium, type Browser } from 'playwright'
import { requireChromium } from '../../../scripts/test/chromium.ts'
import { chromiumFlags } from '../machine/chromium.ts'
import { startIntake, type Intake } from './intake.ts'

/** A portal that takes petitions and a browser beside it; both are there once a test of the file runs. */
export function useFormBrowser(): { readonly intake: Intake; readonly browser: Browser } {
  let intake: Intake
  let browser: Browser
  before(async () => {
    intake = await startIntake()
    browser = await chromium.launch({
      executablePath: await requireChromium(),
      args: chromiumFlags,
    })
  })
  after(async () => {
    await browser?.close()
    await intake?.stop()
  })
  return {
    get intake() {
      return intake
    },
    get browser() {
      return browser
    },
  }
}
