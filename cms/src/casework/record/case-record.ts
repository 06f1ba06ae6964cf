import type { Access } from '@portal/content/schema/mailbox/access'
import type { Category } from '@portal/content/schema/petition/category'
import type { Satisfaction } from '@portal/content/schema/petition/evaluation'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import type { CaseState } from '@portal/content/schema/petition/state'
import type { Core } from '@strapi/strapi'
import type { CaseFacts } from '../rules/petitioner/status.ts'
import type {
  Dissatisfaction,
  Opinion,
  CaseStep,
  LaterMessage,
  KeptAttachment,
} from '../../contracts/cases/desk-state.ts'
import type { GivenReminder, Supervision } from '../../contracts/cases/deadlines.ts'
import type { Referral } from '../rules/case/referral.ts'
import type { NamedUnit } from '../rules/units/find-units.ts'
import type { Wall } from '../rules/wall.ts'
import { writeRecords } from '../../strapi/records/write-records.ts'
import { isDamaged } from '../vault/damaged-rows.ts'
import { toCode } from '../../strapi/choice-codes.ts'

export const caseUid = 'api::case.case'

type Unit = { documentId: string; name: string }

/** A case as it is stored. */
export type CaseRow = {
  id: number
  documentId: string
  number: string
  state: string
  category: string
  region: string
  title: string
  request: string
  facts: string
  receivedAt: string
  /** The unit in the lead, and all that have the case, it among them. */
  unit: Unit | null
  units: Unit[]
  accusedUnits: Unit[]
  accusedConfirmed: boolean
  /** Units that the texts name; null where nobody has looked yet. */
  namedUnits: NamedUnit[] | null
  /** Of which a clerk has said whether they are accused, by identifier. */
  settledUnits: string[] | null
  /** Whether one of the named units is not settled: no unit sees the case. */
  unsettled: boolean
  referrals: Referral[] | null
  attachments: KeptAttachment[] | null
  laterMessages: LaterMessage[] | null
  reply: string | null
  /** The files that went out with it. */
  replyFiles: Attachment[] | null
  repliedAt: string | null
  replyCorrectedAt: string | null
  opinions: Opinion[] | null
  satisfaction: string | null
  evaluationComment: string | null
  dissatisfaction: Dissatisfaction | null
  reminders: GivenReminder[] | null
  supervisions: Supervision[] | null
  steps: CaseStep[]
  revision: number
  /** How far its record reaches; null where it was not taken over yet. */
  eventCount: number | null
  headHash: string | null
  /** The official who has taken it on, and the reception at which it is heard: `entry day`. */
  ledBy: string | null
  receptionSlot: string | null
  statusRecipient: string
  access: Access
}

/** Somebody else changed the case between reading and writing; nothing was written. */
export class CaseChanged extends Error {
  override name = 'CaseChanged'
}

/** So many cases are read at once. */
const page = 100

/** The units of a case, as everybody here reads them. */
export const populate = {
  unit: { select: ['documentId', 'name'] },
  units: { select: ['documentId', 'name'] },
  accusedUnits: { select: ['documentId', 'name'] },
}

/** One case with its units, or null. Whether the caller may see it is settled before. */
export async function readCase(
  strapi: Core.Strapi,
  where: { documentId: string } | { number: string },
): Promise<CaseRow | null> {
  return strapi.db.query(caseUid).findOne({ where, populate })
}

/** Cases whose status has changed since it was last sent, one after another; one that does not open waits. */
export async function* pendingStatuses(strapi: Core.Strapi): AsyncGenerator<CaseRow> {
  for (let after = 0; ;) {
    const rows: CaseRow[] = await strapi.db.query(caseUid).findMany({
      where: { pushed: false, id: { $gt: after } },
      populate,
      orderBy: { id: 'asc' },
      limit: page,
    })
    yield* rows.filter((row) => !isDamaged(row))
    if (rows.length < page) return
    after = rows.at(-1)?.id ?? after
  }
}

/** Notes that this revision was sent; a case that changed meanwhile stays due. */
export async function markPushed(strapi: Core.Strapi, row: CaseRow): Promise<void> {
  const where = { id: row.id, revision: row.revision }
  await writeRecords(() => strapi.db.query(caseUid).updateMany({ where, data: { pushed: true } }))
}

/** A stored case as the pure rules see it. */
export function factsOf(row: CaseRow): CaseFacts {
  return {
    number: row.number,
    revision: row.revision,
    state: toCode('caseState', row.state) as CaseState,
    category: toCode('category', row.category) as Category,
    title: row.title,
    receivedAt: row.receivedAt,
    unit: row.unit?.name ?? null,
    steps: row.steps,
    referrals: row.referrals ?? [],
    reply:
      row.reply && row.repliedAt
        ? {
            text: row.reply,
            deliveredAt: row.repliedAt,
            correctedAt: row.replyCorrectedAt,
            files: row.replyFiles ?? [],
          }
        : null,
    opinions: row.opinions ?? [],
    dissatisfaction: row.dissatisfaction ?? null,
    supervisions: row.supervisions ?? [],
    evaluation: row.satisfaction
      ? {
          satisfaction: toCode('satisfaction', row.satisfaction) as Satisfaction,
          comment: row.evaluationComment ?? '',
        }
      : null,
  }
}

/** What decides who may see a case. */
export function wallOf({
  units,
  accusedUnits,
  unsettled,
}: Pick<CaseRow, 'units' | 'accusedUnits' | 'unsettled'>): Wall {
  return {
    units: units.map(({ documentId }) => documentId),
    accused: accusedUnits.map(({ documentId }) => documentId),
    // Where nobody has looked yet, nothing is settled.
    settled: unsettled === false,
  }
}
