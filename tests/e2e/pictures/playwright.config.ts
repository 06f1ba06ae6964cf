import { defineConfig } from 'playwright/test'
import whole from '../playwright.config.ts'

/** Takes the handbooks' pictures from an installation of its own; no part of the tests. */
export default defineConfig(whole, {
  testDir: '.',
  testMatch: '*.pictures.ts',
  globalSetup: '../installation.setup.ts',
  outputDir: '../../results',
  workers: 1,
  timeout: 300_000,
})
