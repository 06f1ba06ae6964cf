import { AsyncLocalStorage } from 'node:async_hooks'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { maySee, type Party } from '../rules/wall.ts'
import { caseUid, readCase, wallOf, type CaseRow } from './case-record.ts'
import { recordView } from './view-log.ts'
import { partyOf, type Account } from './party.ts'
import { beforeDocuments } from '../../strapi/document-calls.ts'

export const refusal = '这个办件不由您的单位办理，不能查阅。这次访问已经记录。'

/** What a unit's lists are narrowed to: its own cases without those that accuse it, or may. */
async function visibleTo(strapi: Core.Strapi, unit: string | null): Promise<object> {
  if (unit === null) return { id: { $null: true } }
  const accusing: { documentId: string }[] = await strapi.db
    .query(caseUid)
    .findMany({ where: { accusedUnits: { documentId: unit } }, select: ['documentId'] })
  const hidden = accusing.map(({ documentId }) => documentId)
  return {
    units: { documentId: { $eq: unit } },
    documentId: { $notIn: hidden },
    unsettled: { $eq: false },
  }
}

/**
 * Whether an account may see a case; a refusal is written down.
 * @returns the case, or what stands in the way
 */
export async function authorize(
  strapi: Core.Strapi,
  account: Account,
  party: Party,
  documentId: string,
): Promise<CaseRow | 'absent' | 'refused'> {
  const row = await readCase(strapi, { documentId })
  if (!row) return 'absent'
  if (maySee(party, wallOf(row))) return row
  await recordView(strapi, account, row.number, 'refused')
  return 'refused'
}

const letIn = new AsyncLocalStorage<string>()

/**
 * Runs `work` about one case for an account that a door of its own has let in, past the wall around cases of units.
 * The door has asked its own wall before.
 */
export function admittedTo<T>(documentId: string, work: () => Promise<T>): Promise<T> {
  return letIn.run(documentId, work)
}

/**
 * Raises the wall of arts. 30 and 46 around cases: whatever reads or changes one through the Document
 * Service on behalf of a unit's account meets it, the content manager's own pages too. Both sides of
 * the rule are read anew every time, so that access ends the moment a unit is recorded as accused.
 */
export function raiseWall(strapi: Core.Strapi): void {
  beforeDocuments(strapi, async ({ uid, action, params }, next) => {
    const account = strapi.requestContext.get()?.state.user as Account | undefined
    if (uid !== caseUid || !account) return next()
    const party = await partyOf(strapi, account)
    if (party.kind === 'bureau') return next()
    if (['findMany', 'findFirst', 'count'].includes(action)) {
      params.filters = { $and: [params.filters ?? {}, await visibleTo(strapi, party.unit)] }
      return next()
    }
    const { documentId } = params
    if (documentId && letIn.getStore() === documentId) return next()
    if (!documentId) throw new errors.ForbiddenError(refusal)
    const authorized = await authorize(strapi, account, party, documentId)
    if (authorized === 'refused') throw new errors.ForbiddenError(refusal)
    return next()
  })
}
