import { appealLevel } from '@portal/content/schema/petition/appeal'
import { category } from '@portal/content/schema/petition/category'
import { evaluation } from '@portal/content/schema/petition/evaluation'
import { notifyWay } from '@portal/content/schema/petition/petition'
import { z } from 'zod'
import { registerChannels, type RegisterChannel } from '../../contracts/cases/registration.ts'
import { caseAccess, keptAttachment, names, told } from './event-fields.ts'

/** A petition was filed; everything of it, and who filed it. */
export const filed = z.object({
  kind: z.literal('filed'),
  told,
  title: z.string(),
  category,
  topic: z.string(),
  region: z.string(),
  request: z.string(),
  facts: z.string(),
  petitioner: z.object({
    petitionerName: z.string(),
    petitionerPhone: z.string(),
    petitionerAddress: z.string(),
    petitionerIdNumber: z.string().nullable(),
    petitionerCreditCode: z.string().nullable(),
    petitionerContact: z.string().nullable(),
    jointPeople: z.int().nullable(),
    representatives: z.string().nullable(),
    petitionerEmail: z.string().nullable(),
  }),
  notifyBy: notifyWay.nullable(),
  /** How it came where staff have written it down; petitions of the online form have none. */
  channel: z
    .enum(Object.keys(registerChannels) as [RegisterChannel, ...RegisterChannel[]])
    .optional(),
  attachments: z.array(keptAttachment),
  ...caseAccess,
})

/** The petitioner added to the case. */
export const supplemented = z.object({
  kind: z.literal('supplemented'),
  told,
  text: z.string(),
  attachments: z.array(keptAttachment),
  names,
})

/** The petitioner asked to withdraw; `granted` ends the case. */
export const withdrawalAsked = z.object({
  kind: z.literal('withdrawal-asked'),
  told,
  reason: z.string(),
  granted: z.boolean(),
  names,
})

/** The petitioner appealed; `started` begins the review or re-review (arts. 35, 36). */
export const appealed = z.object({
  kind: z.literal('appealed'),
  told,
  level: appealLevel,
  grounds: z.string(),
  attachments: z.array(keptAttachment),
  started: z.boolean(),
  names,
})

/** The petitioner evaluated the handling (art. 21). */
export const evaluated = z.object({
  kind: z.literal('evaluated'),
  told,
  satisfaction: evaluation.shape.satisfaction,
  comment: z.string(),
  names,
})
