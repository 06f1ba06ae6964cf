import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { chromium } from 'playwright'
import { exists } from '../exists.ts'
import { step } from '../progress.ts'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

async function firstPresent(paths: string[]): Promise<string | undefined> {
  for (const path of paths) {
    if (await exists(path)) return path
  }
  return undefined
}

/**
 * Finds a Chromium to test with: the system's own, or Playwright's, fetched if need be.
 * @throws saying how to install one where neither can be had
 */
export async function requireChromium(): Promise<string> {
  const found = await firstPresent([...places, chromium.executablePath()])
  if (found) return found
  await step('下载测试用的 Chromium', () =>
    promisify(execFile)('playwright', ['install', 'chromium']),
  ).catch(() => undefined)
  const fetched = await firstPresent([chromium.executablePath()])
  if (fetched) return fetched
  throw new Error('没有可用的 Chromium：请安装后再运行 npm test，例如 apt-get install chromium。')
}
