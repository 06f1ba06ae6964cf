import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import { staffActor } from '../../events/staff-actor.ts'
import { readCase, wallOf } from '../../record/case-record.ts'
import { refusal } from '../../record/case-wall.ts'
import { readFile, recordEvents } from '../../record/record-events.ts'
import { takeNote } from '../../rules/actions/note.ts'
import { maySee } from '../../rules/wall.ts'
import { addCaseRoute, type Authorized } from '../case-route.ts'

const request = z.object({
  text: z.string().trim().max(2000),
  mentions: z.array(z.string()).max(40),
})

/**
 * `POST …/notes`: writes down a note between the bureau and the units that have the case. It changes nothing
 * of the case, so that it is not refused where the case has changed.
 */
async function postNote(
  strapi: Core.Strapi,
  context: DeskContext,
  { account, party, row: seen }: Authorized,
) {
  const { data } = request.safeParse(context.request.body)
  if (!data) return context.badRequest('备注不超过 2000 个字，请改短后再写。')
  return strapi.db.transaction(async () => {
    const row = await readCase(strapi, { documentId: seen.documentId })
    if (!row) return context.notFound('没有这个办件。')
    if (!maySee(party, wallOf(row))) return context.forbidden(refusal)
    const note = takeNote(await readFile(strapi, row), party, data.text, data.mentions)
    if (!note.ok) return context.badRequest(note.reason)
    const at = new Date().toISOString()
    await recordEvents(strapi, row, [{ at, actor: staffActor(account), body: note.body }])
    context.body = {}
  })
}

/** Adds the route by which whoever has a case writes a note that the petitioner does not see. */
export function addNoteRoute(strapi: Core.Strapi): void {
  addCaseRoute(strapi, {
    method: 'POST',
    path: '/notes',
    permission: casePermissions.handle,
    handler: (context, authorized) => postNote(strapi, context, authorized),
  })
}
