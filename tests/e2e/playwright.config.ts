import { defineConfig } from 'playwright/test'
import { chromiumFlags } from '../support/machine/chromium.ts'

export default defineConfig({
  testDir: '.',
  globalSetup: './installation.setup.ts',
  outputDir: '../results',
  // One installation, two cores. The tests of a file follow each other as steps do for people.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 15_000,
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: chromiumFlags,
      // Without a locale Chromium gives files no Chinese names.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    },
  },
})
