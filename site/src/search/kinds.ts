/** The kinds by which results are narrowed, in the order of display. */
export const kinds = ['条例', '答复公示', '指南', '征文', '微视频', '接访', '活动', '服务'] as const
export type Kind = (typeof kinds)[number]
