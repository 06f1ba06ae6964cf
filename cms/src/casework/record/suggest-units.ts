import type { Core } from '@strapi/strapi'
import { initialsOf } from '@portal/content/characters/initials'
import { toWord } from '../../strapi/choice-codes.ts'
import type { UnitChoice } from '../../contracts/cases/page.ts'
import type { CaseFile } from '../rules/case/case-file.ts'
import { rankUnits, type Candidate } from '../rules/units/rank-units.ts'
import type { CaseRow } from './case-record.ts'
import { townshipOf } from './place-names.ts'
import { namingOf } from './naming-fields.ts'
import { openNames } from '../rules/units/unsettled-units.ts'

type Department = {
  documentId: string
  name: string
  aliases: string | null
  duties: string | null
  active: boolean | null
}

/** Where a case has been answered and nobody has taken it up anew; what is only referred may yet come back. */
const answered = (
  ['replied', 'reviewing', 'reviewed', 're-reviewing', 're-reviewed', 'closed'] as const
).map((state) => toWord('caseState', state))

/** How many other cases of the topic, in the township where it is known, which unit has answered. */
async function countAlike(
  strapi: Core.Strapi,
  { number, topic, region }: CaseFile,
): Promise<Map<string, number>> {
  const [district = ''] = region.split(' ')
  const township = townshipOf(region)
  const place = township ? `${district} ${township}` : district
  const rows: { id: string; count: number | string }[] = await strapi.db
    .connection('cases as c')
    .join('cases_unit_lnk as l', 'l.case_id', 'c.id')
    .join('departments as d', 'd.id', 'l.department_id')
    .where('c.topic', topic)
    .where((one) => one.where('c.region', place).orWhereLike('c.region', `${place} %`))
    .whereNot('c.number', number)
    .whereIn('c.state', answered)
    .whereNotNull('c.replied_at')
    .groupBy('d.document_id')
    .select('d.document_id as id')
    .count('* as count')
  return new Map(rows.map(({ id, count }) => [id, Number(count)]))
}

async function hintOf(strapi: Core.Strapi, topic: string): Promise<string> {
  const found = await strapi.db
    .query('api::topic.topic')
    .findOne({ where: { name: topic }, select: ['hint'] })
  return (found as { hint: string | null } | null)?.hint ?? ''
}

/** Lets the count of like cases be made from an index; Strapi may drop what it does not know when it changes a table. */
export async function keepTopicIndex(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection.raw(
    'create index if not exists cases_topic_region on cases (topic, region)',
  )
}

/** The units to choose from, those that are suggested first, each with what stands in its way. */
export async function suggestUnits(
  strapi: Core.Strapi,
  row: CaseRow,
  file: CaseFile,
): Promise<UnitChoice[]> {
  const units: Department[] = await strapi.db.query('api::department.department').findMany({
    // The bureau refers nothing to itself.
    where: { kind: { $ne: toWord('departmentKind', 'bureau') } },
    select: ['documentId', 'name', 'aliases', 'duties', 'active'],
    orderBy: { order: 'asc' },
  })
  const counts = await countAlike(strapi, file)
  const unsettled = openNames(namingOf(row)).map(({ id }) => id)
  const candidates = units
    .filter(({ active }) => active !== false)
    .map(({ documentId: id, name, aliases, duties }): Candidate => ({
      id,
      name,
      initials: initialsOf(name),
      aliases: aliases ?? '',
      duties: duties ?? '',
      alike: counts.get(id) ?? 0,
      wall: file.accused.some((one) => one.id === id)
        ? '是被检举控告的单位，不能转给它（条例第三十条）'
        : unsettled.includes(id)
          ? '信访人写到了它，要先确认是不是被检举控告的'
          : null,
    }))
  const topic = { name: file.topic, hint: await hintOf(strapi, file.topic) }
  return rankUnits(candidates, topic, townshipOf(file.region) ?? '')
}
