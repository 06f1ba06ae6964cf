import { z } from 'zod'
import { publication } from './publication.ts'
import { mediaPath } from './media.ts'

/** 微视频. The body is the transcript (Markdown); `chapters` link moments to articles. */
export const video = publication.extend({
  file: mediaPath,
  poster: mediaPath,
  captions: mediaPath,
  durationSeconds: z.number().positive().max(3600),
  /** True where the picture and captions carry everything and there is nothing to hear. */
  silent: z.boolean().default(false),
  chapters: z
    .array(
      z.object({
        atSeconds: z.number().min(0),
        title: z.string().min(1).max(60),
        article: z.int().min(1).max(50).nullable().default(null),
      }),
    )
    .default([]),
})

export type Video = z.infer<typeof video>
