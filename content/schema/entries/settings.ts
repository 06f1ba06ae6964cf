import { z } from 'zod'

/** What the whole site says of itself: names, contact, the footer's facts, the required tags. */
export const settings = z.object({
  siteName: z.string().min(2).max(60),
  officeName: z.string().min(2).max(60),
  districtName: z.string().min(1).max(40),
  /** SiteDomain tag; empty where the office has none. */
  domain: z.string().max(120).default(''),
  /** SiteIDCode tag: ten characters given by the national registry. */
  identificationCode: z.string().max(20).default(''),
  icpFiling: z.string().max(60).default(''),
  policeFiling: z.string().max(60).default(''),
  description: z.string().max(300).default(''),
  phone: z.string().min(3).max(40),
  address: z.string().min(2).max(120),
  postalCode: z.string().regex(/^\d{6}$/),
  visitingHours: z.string().min(2).max(200),
  /** Where the authoritative text of the Regulations is to be had. */
  officialText: z.object({ name: z.string().min(1), url: z.url({ protocol: /^https$/ }) }),
  /** Whether searches that find nothing are counted, for staff to add what is sought. */
  missedQueries: z.boolean().default(true),
  demonstration: z.boolean().default(false),
})
export type Settings = z.infer<typeof settings>
