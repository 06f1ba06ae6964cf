import type { Settings } from '@portal/content/schema/entries/settings'
import type { PetitionPage } from './petition-form/form/petition-page.ts'
import type { ResumePage } from './petition-form/drafts/resume-page.ts'
import type { TrackPage } from './petition-form/track/track-page.ts'
import type { FeedbackPage } from './report/feedback-page.ts'
import type { SearchPage } from './search/show/page.ts'
import type { StaticContent } from './static/page-props.ts'

/** What pages are given to show (`Astro.locals`): all have the settings, each one its own. */
export type PageLocals = StaticContent & {
  /** What the site says of itself. */
  settings: Settings
  petition: PetitionPage
  resume: ResumePage
  track: TrackPage
  feedback: FeedbackPage
  search: SearchPage
}

/** What one on-demand page shows. */
export type PageContent = Partial<
  Pick<PageLocals, 'petition' | 'resume' | 'track' | 'feedback' | 'search'>
>

/**
 * Renders the on-demand page of a request whole; `null` where there is none at its address.
 * @throws whatever keeps the page from being rendered
 */
export type RenderPage = (
  request: Request,
  locals: PageContent & Pick<PageLocals, 'settings'>,
) => Promise<Response | null>
