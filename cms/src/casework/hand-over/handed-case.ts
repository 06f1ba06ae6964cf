import type { HandedCase } from '../../contracts/cases/hand-over.ts'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import { toWord } from '../../strapi/choice-codes.ts'
import { wordOf, type CaseEvent } from '../events/event.ts'
import { categories } from '@portal/content/schema/petition/category'
import { presentReferrals } from '../rules/case/referral.ts'
import { projectCase } from '../rules/case/project-case.ts'
import { cellsOf } from './cells-of-case.ts'
import {
  caseColumnNames,
  emptyCells,
  type CaseCells,
  type CaseColumn,
} from '../../contracts/cases/case-columns.ts'

/** The cells of a row that a handed case has under another name; '' is what is not known. */
const columnsElsewhere = {
  number: (one) => one.number,
  externalNumber: (one) => one.external?.number ?? '',
  source: (one) => one.external?.source ?? '',
  category: (one) => one.category,
  state: (one) => one.state,
  topic: (one) => one.topic,
  region: (one) => one.region,
  title: (one) => one.title,
  request: (one) => one.request,
  facts: (one) => one.facts,
  name: ({ petitioner }) => petitioner.name,
  phone: ({ petitioner }) => petitioner.telephone,
  address: ({ petitioner }) => petitioner.address,
  idNumber: ({ petitioner }) => petitioner.idNumber ?? '',
  creditCode: ({ petitioner }) => petitioner.creditCode ?? '',
  contact: ({ petitioner }) => petitioner.contact ?? '',
  people: ({ petitioner }) => (petitioner.people === null ? '' : String(petitioner.people)),
  representatives: ({ petitioner }) => petitioner.representatives ?? '',
  email: ({ petitioner }) => petitioner.email ?? '',
} satisfies Partial<Record<CaseColumn, (one: HandedCase) => string>>

/** A handed case as the row that it is in the table. */
export function cellsOfHanded(one: HandedCase): CaseCells {
  const cells = { ...emptyCells }
  for (const name of courseColumns) cells[name] = one.course[name] ?? ''
  for (const name of Object.keys(columnsElsewhere) as (keyof typeof columnsElsewhere)[]) {
    cells[name] = columnsElsewhere[name](one)
  }
  return cells
}

/** What lets the petitioner in, and whom statuses are sealed to: of use in this installation only, and secret. */
const access = ['statusRecipient', 'access', 'kind']

/** The columns of the table that nothing else of a handed case says. */
const courseColumns: CaseColumn[] = caseColumnNames.filter(
  (name) => !(name in columnsElsewhere) && name !== 'duty' && name !== 'lastDay',
)

/** A case as it is handed over, from its events alone. */
export function handedCaseOf(events: readonly CaseEvent[], table: Workdays): HandedCase {
  const file = projectCase(events)
  const cells = cellsOf(file, events, table)
  const { petitioner: who } = file
  const units = presentReferrals(file.referrals).toSorted((a, b) => Number(b.lead) - Number(a.lead))
  return {
    number: file.number,
    title: file.title,
    category: categories[file.category].name,
    topic: file.topic,
    region: file.region,
    state: toWord('caseState', file.state),
    external: file.imported && {
      source: file.imported.source,
      number: file.imported.externalNumber,
    },
    receivedAt: new Date(file.receivedAt).toISOString(),
    request: file.request,
    facts: file.facts,
    petitioner: {
      name: who.petitionerName,
      telephone: who.petitionerPhone,
      address: who.petitionerAddress,
      idNumber: who.petitionerIdNumber,
      creditCode: who.petitionerCreditCode,
      contact: who.petitionerContact,
      people: who.jointPeople,
      representatives: who.representatives,
      email: who.petitionerEmail,
    },
    units: units.map(({ unit }) => unit.name),
    course: Object.fromEntries(courseColumns.map((name) => [name, cells[name]])),
    events: events.map(({ sequence, at, actor, body }) => ({
      sequence,
      at: new Date(at).toISOString(),
      by: wordOf(actor),
      kind: body.kind,
      body: Object.fromEntries(Object.entries(body).filter(([name]) => !access.includes(name))),
    })),
    attachments: file.attachments,
  }
}
