type Attributes = Record<string, { pluginOptions?: { desk?: { label?: string } } }>
type Params = { _q?: unknown; filters?: unknown }

function* namesIn(filters: unknown): Generator<string> {
  if (typeof filters !== 'object' || filters === null) return
  for (const [name, inner] of Object.entries(filters)) {
    if (Array.isArray(filters) || name.startsWith('$')) yield* namesIn(inner)
    else yield name
  }
}

/** What kind of thing was searched for, without the thing itself. */
export function describeSearch(question: string): string {
  const signs = question.normalize('NFKC').replace(/[\s-]/g, '')
  if (/^\d{16}$/.test(signs)) return '搜索查询编号'
  return /^\+?\d+$/.test(signs) ? '搜索号码' : `搜索文字（${[...signs].length} 个字）`
}

/**
 * What a list was asked for, for the record of views: which fields were asked about, never what was
 * looked for, since that may be a person's name.
 */
export function describeAsked(attributes: Attributes, { _q, filters }: Params): string {
  const search = typeof _q === 'string' && _q.trim() !== '' ? [describeSearch(_q)] : []
  const labels = [...new Set(namesIn(filters))].map(
    (name) => attributes[name]?.pluginOptions?.desk?.label ?? '其他',
  )
  const filter = labels.length > 0 ? [`按${[...new Set(labels)].join('、')}筛选`] : []
  return [...search, ...filter].join('，') || '全部'
}
