/// <reference types="astro/client" />
import type { Settings } from '@portal/content/schema/settings'

declare global {
  namespace App {
    interface Locals {
      /** What the site says of itself; every page shows it. */
      settings: Settings
    }
  }
}
