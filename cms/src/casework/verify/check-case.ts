import type { StoredFields } from '../record/case-differences.ts'
import { differences } from '../record/case-differences.ts'
import { faultOf } from '../events/chain.ts'
import { eventUid, openLog, type KeyedEvent } from '../events/event-log.ts'
import { isOfItsParts } from '../rules/case/opinion-text.ts'
import { projectCase } from '../rules/case/project-case.ts'
import type { DeskKeys } from '../vault/desk-keys.ts'
import { openValue } from '../vault/rows.ts'
import { sealedFields } from '../vault/sealed-type.ts'
import type { RawRow } from './query.ts'
import { valueIn, type CaseModel } from './case-model.ts'

const keyField = { name: 'key', json: false, exact: null }

/** An event as the database has it, its key opened; '' where that does not open. */
export function eventIn(row: RawRow, deskKeys: DeskKeys): KeyedEvent {
  const owner = { type: eventUid, row: String(row.document_id) }
  const key = openValue(deskKeys, owner, keyField, row.key)
  return {
    number: String(row.number),
    sequence: Number(row.sequence),
    at: String(row.at),
    kind: String(row.kind),
    actor: String(row.actor),
    staffId: row.staff_id === null ? null : Number(row.staff_id),
    staffName: row.staff_name === null ? null : String(row.staff_name),
    body: String(row.body),
    previous: String(row.previous),
    hash: String(row.hash),
    key: key.ok ? String(key.value) : '',
  }
}

/** The relations of a case, by identifier. */
export type Units = Pick<StoredFields, 'unit' | 'units' | 'accusedUnits'>

/** The fields of a stored case, opened; null where one does not open. */
function openedFields(row: RawRow, model: CaseModel, deskKeys: DeskKeys): RawRow | null {
  const owner = { type: model.uid, row: String(row.document_id) }
  const sealed = sealedFields(model)
  const opened: RawRow = {}
  for (const [name, attribute] of Object.entries(model.attributes)) {
    if (attribute.type === 'relation') continue
    const field = sealed.find((one) => one.name === name)
    const value = valueIn(row, name, attribute)
    const found = field ? openValue(deskKeys, owner, field, value) : { ok: true as const, value }
    if (!found.ok) return null
    opened[name] = found.value
  }
  return opened
}

/**
 * What is wrong with a case and its events, in words for the administrator; null where every event is there
 * and unchanged, and the case is what they say.
 */
export function faultOfCase(
  row: RawRow,
  units: Units,
  log: readonly KeyedEvent[],
  model: CaseModel,
  deskKeys: DeskKeys,
): string | null {
  if (row.event_count === null) return '办理过程还没有移入办件记录'
  const head = { eventCount: Number(row.event_count), headHash: String(row.head_hash) }
  const broken = faultOf(log, head)
  if (broken !== null) return broken
  try {
    const stored = openedFields(row, model, deskKeys)
    if (!stored) return '办件里有打不开的内容'
    const events = openLog(log)
    if (!events.every(({ body }) => isOfItsParts(body))) return '答复的全文与它的各部分不符'
    const unlike = differences(projectCase(events), { ...stored, ...units } as StoredFields)
    if (unlike.length === 0) return null
    const labels = unlike.map((name) => model.attributes[name]?.pluginOptions?.desk?.label ?? name)
    return `办件与记录不符：${labels.join('、')}`
  } catch {
    return '记录里有打不开的内容'
  }
}
