import type { FieldSpec } from './action-forms'

/** A unit that is chosen for a referral, as it is sent. */
export type Given = { unit: string; lead: boolean; note: string; dueOn: string }

/** What is filled in for a step. A yes or no is chosen by its word; days are as they are typed. */
export type Fields = {
  unit?: string
  units?: Given[]
  holders?: string[]
  holder?: string
  dueOn?: string
  owner?: string
  field?: string
  to?: string
  reason?: string
  text?: string
  question?: string
  record?: string
  days?: string
  on?: string
  ground?: string
  agreed?: string
}

/** The name under which the fault of a field stands. */
export const faultName = (spec: FieldSpec) => ('name' in spec ? spec.name : spec.type)

const isBlank = (value: string | undefined) => value === undefined || value.trim() === ''

/** What a field lacks, in words; undefined where it is filled in. */
function faultOf(spec: FieldSpec, fields: Fields): string | undefined {
  switch (spec.type) {
    case 'unit':
      return isBlank(fields.unit) ? '请选择承办单位。' : undefined
    case 'units':
      if (!fields.units?.length) return '请选择承办单位。'
      return spec.lead && !fields.units.some(({ lead }) => lead)
        ? '请指定一个主办单位。'
        : undefined
    case 'holders':
      return fields.holders?.length ? undefined : '请选择要收回的单位。'
    case 'holder':
      return isBlank(fields.holder) ? '请选择承办单位。' : undefined
    case 'due':
      return isBlank(fields.dueOn) ? '请填日期。' : undefined
    case 'owner':
      return isBlank(fields.owner) ? '请选择由谁回访。' : undefined
    case 'change':
      return isBlank(fields.field) || isBlank(fields.to) ? '请选择更正什么、改成什么。' : undefined
    case 'days': {
      const days = Number(fields.days)
      const whole = Number.isInteger(days) && days >= 1 && days <= spec.most
      return whole ? undefined : `请填 1 到 ${spec.most} 的整数。`
    }
    case 'day':
      return !spec.optional && isBlank(fields.on) ? '请填日期。' : undefined
    case 'choice':
      return isBlank(fields[spec.name]) ? `请选择${spec.label}。` : undefined
    case 'text':
      return !spec.optional && isBlank(fields[spec.name]) ? `请填写${spec.label}。` : undefined
  }
}

/** What the fields of a form lack, by the names under which it stands beside them. */
export function faultsOf(specs: FieldSpec[], fields: Fields): Record<string, string> {
  return Object.fromEntries(
    specs.flatMap((spec) => {
      const fault = faultOf(spec, fields)
      return fault === undefined ? [] : [[faultName(spec), fault]]
    }),
  )
}

/** What words of a refusal are about which field. */
const meant: [RegExp, FieldSpec['type'][]][] = [
  [/天数/, ['days']],
  [/单位/, ['units', 'unit', 'holders', 'holder', 'owner']],
  [/期限已经过去/, ['units', 'due']],
  [/和现在的一样|没有这一项/, ['change']],
]

/** The field beside which a refusal of the server belongs; undefined where it is about the whole step. */
export function refusedField(specs: FieldSpec[], refusal: string): string | undefined {
  for (const [words, types] of meant) {
    if (!words.test(refusal)) continue
    const spec = specs.find(({ type }) => types.includes(type))
    if (spec) return faultName(spec)
  }
  return undefined
}

/** The part of a request that one field makes. */
function sentBy(spec: FieldSpec, fields: Fields): object {
  switch (spec.type) {
    case 'unit':
      return { unit: fields.unit }
    case 'units':
      return {
        units: fields.units?.map((one) => ({
          ...one,
          lead: spec.lead && one.lead,
          dueOn: one.dueOn || null,
        })),
      }
    case 'holders':
      return { units: fields.holders }
    case 'holder':
      return { unit: fields.holder }
    case 'due':
      return { dueOn: fields.dueOn }
    case 'owner':
      return fields.owner === ownerSelf ? {} : { unit: fields.owner }
    case 'change':
      return { change: { field: fields.field, to: fields.to } }
    case 'days':
      return { days: Number(fields.days) }
    case 'day':
      return { on: fields.on || null }
    case 'choice':
      return {
        [spec.name]: spec.name === 'agreed' ? fields.agreed === 'true' : fields[spec.name],
      }
    case 'text':
      return { [spec.name]: fields[spec.name] ?? '' }
  }
}

/** Stands for whoever is signed in. */
export const ownerSelf = '我自己'

/** What a form sends. */
export function requestOf(kind: string, specs: FieldSpec[], fields: Fields): object {
  return Object.assign({ kind }, ...specs.map((spec) => sentBy(spec, fields)))
}
