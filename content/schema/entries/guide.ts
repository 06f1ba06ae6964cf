import { z } from 'zod'
import { articleNumbers, publication } from './publication.ts'

/** Where a matter goes: to this office, or to the body that the law names (arts. 22, 31). */
const channel = z.enum([
  'petition',
  'court',
  'arbitration',
  'reconsideration',
  'discipline',
  'police',
  'procuratorate',
  'hotline',
])
export type Channel = z.infer<typeof channel>

/** The words shown for each channel. */
export const channels: Record<Channel, string> = {
  petition: '向信访部门提出',
  court: '向人民法院起诉',
  arbitration: '申请仲裁',
  reconsideration: '申请行政复议',
  discipline: '向纪检监察机关反映',
  police: '向公安机关报案',
  procuratorate: '向人民检察院反映',
  hotline: '拨打政务服务热线',
}

/** 办事指南. The body is Markdown. `matter` is set where the guide says where a kind of matter belongs. */
export const guide = publication.extend({
  order: z.int().min(0),
  group: z.enum(['before', 'filing', 'after', 'belongs']),
  matter: z
    .object({ name: z.string().min(1).max(40), channel })
    .nullable()
    .default(null),
  articles: articleNumbers,
})
export type Guide = z.infer<typeof guide>

/** The groups in which guides are listed, in order. */
export const guideGroups: Record<Guide['group'], string> = {
  before: '提出之前',
  filing: '怎样提出',
  after: '提出之后',
  belongs: '哪类事项归哪里管',
}
