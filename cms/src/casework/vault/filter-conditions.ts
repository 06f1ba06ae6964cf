import { errors } from '@strapi/utils'
import type { DeskKeys } from './desk-keys.ts'
import { exactKey } from './seal.ts'
import { sealedFields, type Model, type SealedField } from './sealed-type.ts'

/** What is answered to who filters or sorts by what is stored sealed. */
export const refusal =
  '这一项加密保存，不能按它筛选或者排序。姓名、手机号码请用“等于”筛选，别的请用列表上方的搜索。'

type Models = (uid: string) => Model | undefined
type Where = unknown

/** The texts that a condition wants to be equal to; null where it wants something else. */
function equals(condition: unknown): string[] | null {
  if (typeof condition === 'string') return [condition]
  if (typeof condition !== 'object' || condition === null) return null
  const [[operator, value] = [], ...more] = Object.entries(condition)
  if (more.length > 0) return null
  const values = operator === '$in' && Array.isArray(value) ? value : [value]
  const known = operator === '$eq' || operator === '$eqi' || operator === '$in'
  return known && values.every((one) => typeof one === 'string') ? values : null
}

function askExactly(
  deskKeys: DeskKeys,
  type: string,
  field: SealedField,
  condition: unknown,
): Where {
  const wanted = field.exact === null ? null : equals(condition)
  if (field.exact === null || wanted === null) throw new errors.ValidationError(refusal)
  const place = { type, row: '', field: field.name }
  return { [field.exact]: { $in: wanted.map((text) => exactKey(deskKeys, place, text)) } }
}

/**
 * A condition in the form in which it can be asked of what is stored: equal to a name or a telephone
 * number becomes equal to its key. Whatever else asks about a sealed field, also through a relation
 * from another type, is refused: its answer would be wrong, or tell about what is sealed.
 * @throws ValidationError with the refusal
 */
export function askable(deskKeys: DeskKeys, models: Models, uid: string, where: Where): Where {
  const model = models(uid)
  if (Array.isArray(where)) return where.map((one) => askable(deskKeys, models, uid, one))
  if (!model || typeof where !== 'object' || where === null || where instanceof Date) return where
  const fields = sealedFields(model)
  const asked: Record<string, unknown> = {}
  const exact: Where[] = []
  for (const [name, condition] of Object.entries(where)) {
    const field = fields.find((one) => one.name === name)
    if (fields.some((one) => one.exact === name)) throw new errors.ValidationError(refusal)
    const target = model.attributes[name]?.target
    if (field) exact.push(askExactly(deskKeys, uid, field, condition))
    else if (target) asked[name] = askable(deskKeys, models, target, condition)
    else if (name.startsWith('$')) asked[name] = askable(deskKeys, models, uid, condition)
    else asked[name] = condition
  }
  return exact.length === 0 ? asked : { $and: [asked, ...exact] }
}

/**
 * Whether rows are to be sorted by something that is stored sealed.
 * @throws ValidationError with the refusal
 */
export function refuseSorting(models: Models, uid: string, orderBy: unknown): void {
  const model = models(uid)
  if (!model || orderBy === null || orderBy === undefined) return
  if (Array.isArray(orderBy)) return orderBy.forEach((one) => refuseSorting(models, uid, one))
  const sorted = typeof orderBy === 'string' ? { [orderBy.split(':')[0] ?? '']: 'asc' } : orderBy
  const fields = sealedFields(model).flatMap(({ name, exact }) => [name, exact])
  for (const [name, inner] of Object.entries(sorted)) {
    if (fields.includes(name)) throw new errors.ValidationError(refusal)
    const target = model.attributes[name]?.target
    if (target) refuseSorting(models, target, inner)
  }
}
