import { z } from 'zod'
import { publication } from './publication.ts'
import { focus, requiredFile } from './media.ts'

/** 微视频. The body is the transcript (Markdown); `chapters` link moments to articles. */
export const video = publication.extend({
  file: requiredFile('还没有上传视频'),
  poster: requiredFile('还没有封面：请上传一张图片，或者从视频里取一帧'),
  posterFocus: focus.optional(),
  captions: requiredFile('还没有字幕：请上传 VTT 或 SRT 字幕文件，听不到声音的人靠它看懂视频'),
  durationSeconds: z
    .number('还没有时长：保存时会从视频里读出；读不出来的，请自己填写')
    .positive()
    .max(3600, '视频长于 60 分钟：请剪成几段'),
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
