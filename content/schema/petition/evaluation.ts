import { z } from 'zod'

/** 满意, 基本满意, 不满意. */
const satisfaction = z.enum(['satisfied', 'fairly-satisfied', 'dissatisfied'])
export type Satisfaction = z.infer<typeof satisfaction>

/** The words shown for each degree. */
export const satisfactions: Record<Satisfaction, string> = {
  satisfied: '满意',
  'fairly-satisfied': '基本满意',
  dissatisfied: '不满意',
}

/** 评价 (art. 21): how the petitioner finds the handling of the matter. */
export const evaluation = z.object({
  satisfaction,
  comment: z.string().refine((value) => Array.from(value).length <= 500, '不超过 500 个字'),
})
export type Evaluation = z.infer<typeof evaluation>
