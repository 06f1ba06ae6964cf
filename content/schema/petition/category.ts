import { z } from 'zod'

/** 信访类别, arts. 29–31. */
export const category = z.enum(['suggestion', 'accusation', 'claim'])
export type Category = z.infer<typeof category>

/** The words shown for each category, and the article that rules it. */
export const categories: Record<Category, { name: string; hint: string; article: number }> = {
  suggestion: { name: '建议意见', hint: '对工作、政策、公共服务提意见、出主意', article: 29 },
  accusation: { name: '检举控告', hint: '反映单位或工作人员违纪违法、失职的问题', article: 30 },
  claim: { name: '申诉求决', hint: '请求解决自己或家庭的具体困难、纠纷', article: 31 },
}
