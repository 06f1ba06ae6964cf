/** The roles of the desk, by the names of their first accounts. */
export const deskRoles = [
  'administrator',
  'case-clerk',
  'unit-clerk',
  'publicity-author',
  'publicity-reviewer',
  'publicity-publisher',
  'auditor',
  'leading-official',
] as const
export type DeskRole = (typeof deskRoles)[number]

const bureau: DeskRole[] = ['case-clerk']
const handlers: DeskRole[] = ['case-clerk', 'unit-clerk']
const authors: DeskRole[] = ['publicity-author', 'publicity-reviewer', 'publicity-publisher']
const writers: DeskRole[] = ['administrator', ...authors]
const auditor: DeskRole[] = ['auditor']
const officials: DeskRole[] = ['leading-official']

/**
 * Every route of the desk with the roles that it answers; it refuses all others, and whoever is not signed in. Of a
 * case it answers a unit only where the case is the unit's own.
 */
export const doors: Record<string, readonly DeskRole[]> = {
  'POST /desk/cases': bureau,
  'POST /desk/cases/queue': handlers,
  'GET /desk/cases/choices': handlers,
  'GET /desk/cases/reading': handlers,
  'GET /desk/cases/due': handlers,
  'GET /desk/cases/calendar': handlers,
  'GET /desk/cases/units': handlers,
  'GET /desk/cases/places': bureau,
  'GET /desk/cases/export.csv': bureau,
  'POST /desk/cases/hand-over': bureau,
  // To whoever has a ticket, which is given to the bureau alone; to all others it is nothing (401).
  'POST /desk/cases/hand-over/file': deskRoles,
  'POST /desk/cases/imports': bureau,
  'GET /desk/cases/imports': bureau,
  'GET /desk/cases/imports/:id': bureau,
  'GET /desk/cases/imports/:id/report': bureau,
  'POST /desk/cases/imports/:id/check': bureau,
  'POST /desk/cases/imports/:id/start': bureau,
  'POST /desk/cases/imports/:id/discard': bureau,
  'POST /desk/cases/scans': bureau,
  'POST /desk/cases/repeats': bureau,
  'POST /desk/cases/articles': handlers,
  'GET /desk/cases/paper-templates': bureau,
  'GET /desk/cases/paper-templates/:id': bureau,
  'POST /desk/cases/paper-templates/:id': bureau,
  'GET /desk/cases/:documentId/page': handlers,
  'POST /desk/cases/:documentId/actions': handlers,
  'POST /desk/cases/:documentId/notes': handlers,
  'POST /desk/cases/:documentId/petitioner': handlers,
  'GET /desk/cases/:documentId/attachments/:id': handlers,
  'GET /desk/cases/:documentId/reply': handlers,
  'PUT /desk/cases/:documentId/draft': handlers,
  'POST /desk/cases/:documentId/files': handlers,
  'GET /desk/cases/:documentId/papers': handlers,
  'POST /desk/cases/:documentId/papers': handlers,
  'GET /desk/cases/:documentId/papers/:id': handlers,
  'GET /desk/cases/:documentId/papers/:id/page': handlers,
  'PUT /desk/cases/:documentId/accused-units': bureau,
  'POST /desk/cases/:documentId/code': bureau,
  'GET /desk/cases/:documentId/repeats': bureau,
  'POST /desk/cases/:documentId/repeat-of': bureau,
  'GET /desk/cases/:documentId/notices': handlers,
  'GET /desk/cases/:documentId/notice': bureau,
  'POST /desk/cases/:documentId/notice': bureau,
  'GET /desk/cases/figures': bureau,
  'GET /desk/cases/figures/table.csv': bureau,
  'GET /desk/cases/figures/report.docx': bureau,
  'GET /desk/cases/figures/report-page': bureau,
  'GET /desk/cases/figures/public-record': bureau,
  'POST /desk/cases/figures/release': bureau,
  'GET /desk/cases/:documentId/leading': bureau,
  'POST /desk/cases/:documentId/leading': bureau,
  'GET /desk/officials/slots': bureau,
  'GET /desk/officials/mine': officials,
  'GET /desk/officials/cases/:documentId': officials,
  'POST /desk/officials/cases/:documentId/petitioner': officials,
  'POST /desk/officials/cases/:documentId/meetings': officials,
  'GET /desk/notices/:documentId/case': handlers,
  'POST /desk/views/list': auditor,
  'POST /desk/views/export': auditor,
  'GET /desk/views/people': auditor,
  'GET /desk/views/today': auditor,
  'GET /desk/home': authors,
  'GET /desk/home/watch': ['administrator'],
  'GET /desk/home/watch/details': ['administrator'],
  'POST /desk/notices/cases': authors,
  'POST /desk/previews/:uid/:documentId': authors,
  'GET /desk/releases': authors,
  'POST /desk/releases': ['publicity-publisher'],
  'POST /desk/releases/current': ['publicity-publisher'],
  'GET /desk/releases/entries/:uid/:documentId': writers,
  'GET /desk/references/:uid/:documentId': writers,
  'GET /desk/slugs/:uid': writers,
  'GET /desk/editions/:uid/:documentId': writers,
  'GET /desk/editions/:uid/:documentId/comparison': writers,
  'POST /desk/editions/:uid/:documentId/steps': writers,
  'GET /desk/missed': authors,
  'GET /desk/missed/pages': authors,
  'GET /desk/missed/dead-words': authors,
  'POST /desk/missed/synonyms': authors,
  'POST /desk/missed/phrasings': authors,
  'POST /desk/missed/guides': authors,
  'POST /desk/missed/settled': authors,
  'GET /desk/handbook': deskRoles,
  'GET /desk/handbook/:id': deskRoles,
  'GET /desk/handbook/pictures/:id': deskRoles,
  'POST /desk/writing/word': writers,
  'POST /desk/writing/regulations': writers,
}

/** Doors behind which a long work begins whatever is asked: only those are tried whom they refuse. */
export const longWork = ['POST /desk/releases']

/** Doors of Strapi's own, with the roles that they answer. */
export const strapiDoors: Record<string, readonly DeskRole[]> = {
  'GET /upload/files': writers,
  'GET /upload/folders': writers,
  'GET /admin/users': ['administrator'],
  'GET /admin/roles': ['administrator'],
  // What roles can be given, by name; nothing of who has it.
  'GET /admin/permissions': deskRoles,
}

/** What is to be done where a route is in no table. */
export const whatToAdd = (door: string) =>
  `${door} is a new route: add to \`doors\` in tests/support/desk/doors.ts the line '${door}': ` +
  'with the roles that it answers (bureau, handlers, authors, writers, auditor, officials, or a list)'
