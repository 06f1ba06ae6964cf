import { z } from 'zod'
import { phrasings } from './phrasings.ts'

/** The pages of the portal that are no entries and can be searched for all the same, with their names. */
export const fixedPages = {
  '/': '首页：电话、地址和接待时间',
  '/petition/': '提出信访事项',
  '/petition/where/': '先看看归哪里管',
  '/petition/track/': '查询办理进度',
  '/reception/': '领导接访',
  '/statistics/': '公示统计',
  '/open-data/': '开放数据',
  '/feedback/': '网站找错',
  '/privacy/': '隐私说明',
  '/accessibility/': '无障碍说明',
} as const

type FixedPath = keyof typeof fixedPages

/** 固定页面: how people ask for one of them. */
export const fixedPage = z.object({
  path: z.enum(Object.keys(fixedPages) as [FixedPath, ...FixedPath[]]),
  phrasings,
})
export type FixedPage = z.infer<typeof fixedPage>
