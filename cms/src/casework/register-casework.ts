import type { Core } from '@strapi/strapi'
import { recordSettingsChanges } from './record/settings-changes.ts'
import { raiseWall } from './record/case-wall.ts'
import { watchNames } from './record/refind-units.ts'
import { understandNumbers } from './record/typed-numbers.ts'
import { recordCaseViews } from './record/view-log.ts'
import { addAccusedRoute } from './routes/accused-units.ts'
import { addAttachmentRoute } from './routes/attachments.ts'
import { addCalendarRoutes } from './routes/calendar.ts'
import { addDueRoute } from './routes/due.ts'
import { addExportRoute } from './routes/export.ts'
import { addFigureRoutes } from './routes/figures.ts'
import { addHandOverRoute } from './routes/hand-over.ts'
import { addLeadingRoutes } from './routes/leading.ts'
import { addOfficialRoutes } from './routes/officials.ts'
import { addNoteRoute } from './routes/notes.ts'
import { addPageRoute } from './routes/page.ts'
import { addPetitionerRoute } from './routes/petitioner.ts'
import { addPlacesRoute } from './routes/places.ts'
import { addQueueRoutes } from './routes/queue.ts'
import { addCodeRoute } from './routes/query-code.ts'
import { addPaperTemplateRoutes } from './routes/paper-templates.ts'
import { addPaperRoutes } from './routes/papers.ts'
import { addRegisterRoutes } from './routes/register.ts'
import { addRepeatRoutes } from './routes/repeats.ts'
import { addReplyRoutes } from './routes/reply.ts'
import { addActionRoute } from './routes/actions.ts'
import { addScanRoute } from './routes/scans.ts'
import { addViewRoutes } from './routes/views.ts'

/** Adds the routes of the case page, before Strapi takes requests. */
export function registerCasework(strapi: Core.Strapi): void {
  addActionRoute(strapi)
  addReplyRoutes(strapi)
  addPaperRoutes(strapi)
  addPaperTemplateRoutes(strapi)
  addPageRoute(strapi)
  addPetitionerRoute(strapi)
  addNoteRoute(strapi)
  addLeadingRoutes(strapi)
  addOfficialRoutes(strapi)
  addPlacesRoute(strapi)
  addAccusedRoute(strapi)
  addAttachmentRoute(strapi)
  addExportRoute(strapi)
  addFigureRoutes(strapi)
  addHandOverRoute(strapi)
  addDueRoute(strapi)
  addQueueRoutes(strapi)
  addCalendarRoutes(strapi)
  addCodeRoute(strapi)
  addRegisterRoutes(strapi)
  addScanRoute(strapi)
  addRepeatRoutes(strapi)
  addViewRoutes(strapi)
}

/** Watches what is done with cases: who has seen them, what units are named, what the wall keeps. */
export async function guardCasework(strapi: Core.Strapi): Promise<void> {
  recordCaseViews(strapi)
  recordSettingsChanges(strapi)
  understandNumbers(strapi)
  raiseWall(strapi)
  await watchNames(strapi)
}
