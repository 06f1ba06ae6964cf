import { z } from 'zod'
import { category } from './category.ts'
import { mostPeople, mostRepresentatives, withoutRepresentatives } from './people.ts'
import { phonePattern } from './phone.ts'
import { slug } from '../entries/slug.ts'

/** A text of so many characters as a reader counts them: an emoji is one, not two. */
const text = (least: number, most: number) =>
  z.string().refine((value) => {
    const { length } = Array.from(value)
    return length >= least && length <= most
  }, `须有 ${least} 到 ${most} 个字`)

/** The usual pattern, with last parts as `xn--fiqs8s`, which is 中国 (RFC 5890). */
const mailAddress =
  /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:[A-Za-z]{2,}|xn--[A-Za-z0-9-]+)$/

/** By which a petitioner may be told of each step. */
export const notifyWay = z.enum(['sms', 'email'])
export type NotifyWay = z.infer<typeof notifyWay>

/**
 * How the petitioner wishes to be told of each step: by SMS to the petition's phone, or by e-mail
 * to an address given for it. Absent: not at all.
 */
const notify = z.discriminatedUnion('by', [
  z.object({ by: z.literal('sms') }),
  z.object({
    by: z.literal('email'),
    address: z
      .email({ pattern: mailAddress, error: '须是电子邮箱，例如 name@example.com' })
      .max(254, '电子邮箱最长 254 个字符'),
  }),
])
export type Notify = z.infer<typeof notify>

/** The words shown for each way of being told. */
export const notifyWays: Record<NotifyWay, string> = { sms: '短信', email: '电子邮件' }

export { takesSms } from './phone.ts'

const phone = z.string().regex(phonePattern)

/** Where an organisation files: `name` is the organisation's, and this is who speaks for it. */
const organisation = z.object({
  /** 统一社会信用代码, GB 32100. */
  creditCode: z
    .string()
    .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/)
    .nullable(),
  contact: text(1, 60),
})

/** Where several people file together: how many, and whom they chose to speak for them. */
const joint = z
  .object({
    people: z.int().min(2).max(mostPeople),
    representatives: z
      .array(z.object({ name: text(1, 60), phone }))
      .max(mostRepresentatives, `代表不超过 ${mostRepresentatives} 人`),
  })
  .refine(
    ({ people, representatives }) => people <= withoutRepresentatives || representatives.length > 0,
    `超过 ${withoutRepresentatives} 人的，须有代表`,
  )

/** What a citizen files (art. 19), after parsing: trimmed, normalised, within bounds. */
export const petition = z.object({
  name: text(1, 60),
  phone,
  address: text(4, 200),
  idNumber: z
    .string()
    .regex(/^\d{17}[\dX]$/)
    .nullable(),
  category,
  topic: slug,
  region: slug,
  title: text(4, 60),
  request: text(4, 1000),
  facts: text(10, 8000),
  notify: notify.optional(),
  organisation: organisation.optional(),
  joint: joint.optional(),
})
export type Petition = z.infer<typeof petition>
