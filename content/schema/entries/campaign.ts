import { z } from 'zod'
import { mediaPath, picture } from './media.ts'
import { articleNumbers, publication } from './publication.ts'
import { slug } from './slug.ts'
import { day } from '../time.ts'

/** 宣传活动: a landing page that gathers what belongs to a campaign month. The body is Markdown. */
export const campaign = publication
  .extend({
    startsOn: day,
    endsOn: day,
    cover: picture.nullable().default(null),
    /** Slugs; an entry that is not published is left out of the page. */
    essays: z.array(slug).default([]),
    videos: z.array(slug).default([]),
    guides: z.array(slug).default([]),
    /** To download and print. */
    leaflets: z.array(z.object({ title: z.string().min(1).max(60), file: mediaPath })).default([]),
    events: z
      .array(
        z.object({
          on: day,
          /** Such as `9:00—11:30`; '' where it lasts the whole day. */
          time: z.string().max(20).default(''),
          title: z.string().min(1).max(60),
          place: z.string().min(1).max(60),
        }),
      )
      .default([]),
    articles: articleNumbers,
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ['endsOn'],
    message: '结束日期不能早于开始日期',
  })
