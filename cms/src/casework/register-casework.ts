import type { Core } from '@strapi/strapi'
import { recordSettingsChanges } from './record/settings-changes.ts'
import { raiseWall } from './record/case-wall.ts'
import { watchNames } from './record/rescan-units.ts'
import { understandNumbers } from './record/typed-numbers.ts'
import { recordCaseViews } from './record/view-log.ts'
import { addAccusedRoute } from './routes/case/accused-units.ts'
import { addAttachmentRoute } from './routes/case/attachments.ts'
import { addCalendarRoutes } from './routes/lists/calendar.ts'
import { addDueRoute } from './routes/lists/due.ts'
import { addExportRoute } from './routes/bureau/export.ts'
import { addFigureRoutes } from './routes/bureau/figures.ts'
import { addCaseImportRoutes } from './routes/bureau/case-import.ts'
import { addHandOverRoute } from './routes/bureau/hand-over.ts'
import { addLeadingRoutes } from './routes/case/leading.ts'
import { addOfficialRoutes } from './routes/lists/officials.ts'
import { addNoteRoute } from './routes/case/notes.ts'
import { addPageRoute } from './routes/case/page.ts'
import { addPetitionerRoute } from './routes/case/petitioner.ts'
import { addPlacesRoute } from './routes/bureau/places.ts'
import { addQueueRoutes } from './routes/lists/queue.ts'
import { addCodeRoute } from './routes/case/query-code.ts'
import { addPaperTemplateRoutes } from './routes/bureau/paper-templates.ts'
import { addPaperRoutes } from './routes/case/papers.ts'
import { addRegisterRoutes } from './routes/bureau/register.ts'
import { addRepeatRoutes } from './routes/case/repeats.ts'
import { addReplyRoutes } from './routes/case/reply.ts'
import { addActionRoute } from './routes/case/actions.ts'
import { addScanRoute } from './routes/bureau/scans.ts'
import { addViewRoutes } from './routes/bureau/view-log.ts'

/** Adds all routes of casework, before Strapi takes requests. */
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
  addCaseImportRoutes(strapi)
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
