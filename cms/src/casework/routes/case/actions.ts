import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { Core } from '@strapi/strapi'
import { casePermissions } from '../../../contracts/permissions.ts'
import { layout } from '../../../environment.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import { nameOf } from '../../../strapi/staff.ts'
import { readKeyFile } from '../../sealed/key-file.ts'
import { openLog, readLog } from '../../events/event-log.ts'
import { staffActor } from '../../events/staff-actor.ts'
import { factsOf, readCase, wallOf, type CaseRow } from '../../record/case-record.ts'
import { readFile, recordEvents } from '../../record/record-events.ts'
import { refusal } from '../../record/case-wall.ts'
import { namesLater, textsOf } from '../../record/named-units.ts'
import { refuseStale } from '../../record/seen-revision.ts'
import { listUnits } from '../../record/units.ts'
import { readWorkdays } from '../../record/workdays.ts'
import type { Action } from '../../rules/actions/action.ts'
import { decide } from '../../rules/actions/decide.ts'
import { isOpinion } from '../../rules/actions/second-reader.ts'
import { maySee } from '../../rules/wall.ts'
import { mailLetters } from '../../remind/mail-letters.ts'
import { withSerial, withWords } from '../../papers/issue-paper.ts'
import { withLetterPapers } from '../../papers/letter-papers.ts'
import { dropDraft } from '../../reply/draft.ts'
import { areReplyFilesKept, moveReplyFiles } from '../../reply/draft-files.ts'
import { openSentFiles } from '../../reply/verified-files.ts'
import { wantsSecondReader } from '../../reply/settings.ts'
import { readRequest, resolveAction, withSentFiles } from './action-request.ts'
import { addCaseRoute, type Authorized } from '../case-route.ts'
import { unitsIn, wallAgainst } from './wall-against.ts'

/** What is answered where a file is not there any more. */
const filesGone = '有的附件已经不在了，请删去后重新添加。'

/** Texts that name a township without saying which are read anew where the place is corrected. */
async function namesAfter(strapi: Core.Strapi, row: CaseRow, action: Action) {
  if (action.kind !== 'correct' || action.change.field !== 'region') return []
  return namesLater(strapi, { region: action.change.to }, textsOf(row))
}

/** `POST …/actions`: takes one action; refused with a sentence where it cannot be taken. */
async function takeAction(
  strapi: Core.Strapi,
  table: Workdays,
  context: DeskContext,
  { account, party, row: seen }: Authorized,
) {
  const request = readRequest(context.request.body)
  if (!request) return context.badRequest('请求的内容不完整。')
  const [secret = ''] = readKeyFile(layout.pepper)
  const sent = withSentFiles(request, (all) => openSentFiles(secret, seen.number, all))
  if (!sent.ok) return context.badRequest(sent.reason)
  const { asked, files } = sent
  // Read before the transaction: they may be many megabytes.
  if (!(await areReplyFilesKept(seen.number, files))) return context.conflict(filesGone)
  const units = await listUnits(strapi)
  const staff = { id: account.id, name: nameOf(account) }
  return withSerial(() =>
    strapi.db.transaction(async () => {
      const row = await readCase(strapi, { documentId: seen.documentId })
      if (!row) return context.notFound('没有这个办件。')
      // The wall may have been raised since the case was asked for.
      if (!maySee(party, wallOf(row))) return context.forbidden(refusal)
      if (await refuseStale(strapi, context, row, party)) return
      const file = await readFile(strapi, row)
      const resolved = await resolveAction(strapi, asked, party, file, units, staff)
      if (!resolved.ok) return context.badRequest(resolved.reason)
      const { action } = resolved
      const wall = wallAgainst(row, unitsIn(action), units)
      if (wall !== null) return context.conflict(wall)
      const now = new Date()
      const reading = { by: account.id, secondReader: await wantsSecondReader(strapi) }
      const decision = decide(file, action, party, now, table, reading)
      if (!decision.ok) {
        return decision.forbidden
          ? context.forbidden(decision.reason)
          : context.conflict(decision.reason)
      }
      const actor = staffActor(account)
      const bodies = await withLetterPapers(strapi, row, decision.events, now)
      const before = openLog(await readLog(strapi, row.number))
      const made = bodies.map((body) => ({ at: now.toISOString(), actor, body }))
      const events = await withWords(strapi, before, made, table)
      await moveReplyFiles(row.number, files)
      await recordEvents(strapi, row, events, await namesAfter(strapi, row, action))
      await mailLetters(strapi, row, bodies)
      if (isOpinion(action)) await dropDraft(strapi, row.number, account.id)
      const after = await readCase(strapi, { documentId: row.documentId })
      context.body = { state: after && factsOf(after).state }
    }),
  )
}

/** Adds the route by which staff take a case on. */
export function addActionRoute(strapi: Core.Strapi): void {
  const table = readWorkdays()
  addCaseRoute(strapi, {
    method: 'POST',
    path: '/actions',
    permission: casePermissions.handle,
    handler: (context, authorized) => takeAction(strapi, table, context, authorized),
  })
}
