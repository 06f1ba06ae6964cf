/** The kinds by which results are narrowed, in the order of display. */
export const kinds = ['条例', '答复公示', '指南', '征文', '微视频', '接访', '活动', '服务'] as const
export type Kind = (typeof kinds)[number]

/** By what results are narrowed, in the order of display. */
export const facetNames = [
  'kind',
  'year',
  'topic',
  'region',
  'unit',
  'category',
  'outcome',
] as const
export type FacetName = (typeof facetNames)[number]

/** What each facet is called on the page. */
export const facetWords: Record<FacetName, string> = {
  kind: '类型',
  year: '年份',
  topic: '领域',
  region: '属地',
  unit: '单位',
  category: '类别',
  outcome: '结果',
}

/** The facets of one page; a page without a value is left out when that facet narrows. */
export type Facets = Partial<Record<FacetName, string>>
