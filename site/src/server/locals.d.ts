import type { Petitions } from './petitions.ts'

declare global {
  namespace App {
    interface Locals {
      /** What the server hands to the petition pages; other pages have none. */
      petitions: Petitions
    }
  }
}
