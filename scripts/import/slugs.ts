import { versionDay } from '@portal/content/law/structure/facts'
import { refused, type Loaded } from './import-result.ts'

type Read = Extract<Loaded, { ok: true }>

/**
 * Gives every regulation of one run its own address. The newest version of a title has the plain
 * one; an older version carries its day behind it; two files of the same day would overwrite each
 * other and the second is refused.
 */
export function settleSlugs(loaded: Loaded[]): Loaded[] {
  const bySlug = Map.groupBy(
    loaded.filter((item): item is Read => item.ok),
    (item) => item.regulation.slug,
  )
  const settled = new Map<Read, Loaded>()
  for (const same of bySlug.values()) {
    const days = new Map<string, Read>()
    const newest = same
      .map((item) => versionDay(item.regulation.issuingFacts) ?? '')
      .sort()
      .at(-1)
    for (const item of same) {
      const day = versionDay(item.regulation.issuingFacts) ?? ''
      const first = days.get(day)
      if (first) {
        const advice = '请只导入一个，或用 --slug 另起名称单独导入'
        settled.set(item, refused(item.file, `与“${first.file}”是同一部法规的同一版本：${advice}`))
        continue
      }
      days.set(day, item)
      const slug = `${item.regulation.slug}${day === newest ? '' : `-${day || 'undated'}`}`
      settled.set(item, { ...item, regulation: { ...item.regulation, slug } })
    }
  }
  return loaded.map((item) => (item.ok ? (settled.get(item) ?? item) : item))
}
