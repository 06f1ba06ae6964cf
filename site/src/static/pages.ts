import type { Day } from '@portal/content/calendar/day'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Entries } from '../library/entries.ts'
import { aboutPages } from './about.ts'
import { campaignPages } from './campaigns.ts'
import { essayPages } from './essays.ts'
import { guidePages } from './guides.ts'
import { homePage, receptionPage } from './home.ts'
import { noticeLists, noticePages } from './notices.ts'
import type { StaticPage } from './page.ts'
import { regulationPages } from './regulations.ts'
import { triagePages } from './triage.ts'
import { videoPages } from './videos.ts'

/**
 * Every static page of a site with all that it shows, each path once: what is published at an address goes
 * before what was withdrawn there.
 * @param today the day that the pages speak of
 */
export function staticPages(entries: Entries, today: Day, workdays: Workdays): StaticPage[] {
  const all = [
    homePage(entries, today, workdays),
    ...regulationPages(entries),
    ...essayPages(entries),
    ...videoPages(entries),
    ...noticeLists(entries),
    ...noticePages(entries),
    ...guidePages(entries),
    receptionPage(entries, today, workdays),
    ...campaignPages(entries, today),
    ...triagePages(entries),
    ...aboutPages(entries, today),
  ]
  const paths = new Set<string>()
  return all.filter(({ path }) => !paths.has(path) && paths.add(path))
}
