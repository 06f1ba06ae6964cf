import type { Petitions } from './endpoints/petitions.ts'
import type { Reporting } from '../report/answer-report.ts'
import type { Searching } from './endpoints/search.ts'

declare global {
  namespace App {
    interface Locals {
      /** What the server hands to the petition pages; other pages have none. */
      petitions: Petitions
      /** What the server hands to the page of error reports; other pages have none. */
      reporting: Reporting
      /** What the server hands to the search page; other pages have none. */
      searching: Searching
    }
  }
}
