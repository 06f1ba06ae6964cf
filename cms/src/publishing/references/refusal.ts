import type { Use } from '../../contracts/publications/references.ts'

function listed({ kind, count, some }: Use): string {
  const titles = some.map(({ title }) => `《${title}》`).join('')
  const more = some.length > 0 && some.length < count ? '等' : ''
  return `${count} 条${kind}${titles ? `（${titles}${more}）` : ''}`
}

/** Uses in one line, those with titles by title. */
export function listUses(uses: Use[]): string {
  return uses.map(listed).join('、')
}

/** Says what refers to something, and what to do instead of deleting it. */
export function refusalOf(name: string, uses: Use[], instead: string): string {
  return `${name}不能删除：还有 ${listUses(uses)}用到它。${instead}`
}

/** What to do with a thing that can be taken out of use. */
export const retire =
  '不再使用的，打开它，把“在用”关掉并保存：以后不再让人选它，已经用到它的地方照旧。要删除，先把用到它的地方改掉。'

/** What to do with a thing that cannot. */
export const changeFirst = '先在用到它的地方换成别的并保存，再删除。'
