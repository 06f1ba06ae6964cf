import { fieldNames } from '../../petition/fields/fields.ts'
import type { Faults, FieldName } from '../../petition/fields/fields.ts'
import { representativeFieldNames } from '../../petition/fields/representatives.ts'

export type StepKey =
  'matter' | 'place' | 'facts' | 'request' | 'petitioner' | 'notify' | 'attachments' | 'check'
type FormStep = { key: StepKey; title: string; fields: readonly FieldName[] }

/** What is asked, one thing at a time; the last step shows everything again and sends it. */
export const steps: readonly FormStep[] = [
  { key: 'matter', title: '这是什么事', fields: ['category', 'topic', 'title'] },
  { key: 'place', title: '事情发生在哪里', fields: ['region'] },
  { key: 'facts', title: '经过和理由', fields: ['facts'] },
  { key: 'request', title: '您希望怎样解决', fields: ['request'] },
  {
    key: 'petitioner',
    title: '由谁提出，怎样联系',
    fields: [
      'petitioner',
      'name',
      'idNumber',
      'organisation',
      'creditCode',
      'contact',
      'phone',
      'address',
      'people',
      ...representativeFieldNames,
    ],
  },
  { key: 'notify', title: '有了进展怎样告诉您', fields: ['notifyBy', 'email'] },
  { key: 'attachments', title: '有照片和材料的，传在这里', fields: [] },
  { key: 'check', title: '检查一遍，再提交', fields: [] },
]
export const lastStep = steps.length - 1

/** The places of the steps that are asked: of being told only where there is something to say. */
export function askedSteps(tells: boolean): readonly number[] {
  return steps.flatMap(({ key }, place) => (key === 'notify' && !tells ? [] : [place]))
}

/** The first asked step from a place on. */
export function askedFrom(asked: readonly number[], place: number): number {
  return asked.find((step) => step >= place) ?? lastStep
}

/** The asked step before one; the first where there is none. */
export function askedBefore(asked: readonly number[], place: number): number {
  return asked.findLast((step) => step < place) ?? 0
}

/** `第 3 步，共 8 步`, among the steps that are asked. */
export function describePlace(step: number, asked: readonly number[]): string {
  return `第 ${asked.indexOf(step) + 1} 步，共 ${asked.length} 步`
}

/** The place of the step that asks for a field. */
export function stepOf(field: FieldName): number {
  return steps.findIndex(({ fields }) => fields.includes(field))
}

/** The place of a step. */
export function placeOf(key: StepKey): number {
  return steps.findIndex((step) => step.key === key)
}

/** A step by the name under which a form is saved. */
export function nameOf(place: number): string {
  return steps[place]?.key ?? ''
}

/** The place of a step by that name; `null` where no step is called so. */
export function placeNamed(name: string): number | null {
  const place = steps.findIndex(({ key }) => key === name)
  return place === -1 ? null : place
}

/** The first step with a fault; `null` where there is none. */
export function firstFaultyStep(faults: Faults): number | null {
  const first = fieldNames.find((name) => faults[name] !== undefined)
  return first === undefined ? null : stepOf(first)
}

/** The faults of a step are looked at anew; those of the other steps stay as they were told. */
export function renewFaults(known: Faults, found: Faults, step: number): Faults {
  const renewed: Faults = {}
  for (const name of fieldNames) {
    const fault = stepOf(name) === step ? found[name] : known[name]
    if (fault !== undefined) renewed[name] = fault
  }
  return renewed
}

/** Whether a step shows more or less by what is chosen in it. */
export function changesByChoice(step: number): boolean {
  return ['petitioner', 'notify'].includes(steps[step]?.key ?? '')
}
