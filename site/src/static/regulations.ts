import type { Document } from '@portal/content/schema/entries/collections'
import { mainRegulation, type Entries } from '../library/entries.ts'
import { articleRange, articlesOf, divisionAnchor, hasOfficialText } from '../library/regulation.ts'
import { materialByArticle, type ArticleMaterial } from '../library/related.ts'
import type { StaticPage } from './page.ts'
import type { Material, RegulationFacts, StaticContent } from './page-props.ts'

/** A popular article has hundreds of notices; the rest is a search away. */
const mostShown = 6

const secondOf = (film: Document<'videos'>, number: number) =>
  film.data.chapters.find(({ article }) => article === number)?.atSeconds

function shownOf(material: ArticleMaterial, number: number): Material[] {
  const kinds = ['guides', 'essays', 'videos', 'notices'] as const
  return kinds.flatMap((kind): Material[] => {
    const found = material[kind]
    if (found.length === 0) return []
    const entries = found.slice(0, mostShown).map((entry) => {
      const second = kind === 'videos' ? secondOf(entry as Document<'videos'>, number) : undefined
      const link = { slug: entry.slug, title: entry.data.title }
      return second === undefined ? link : { ...link, second }
    })
    return [{ kind, count: found.length, entries }]
  })
}

function listOf(regulations: Entries['regulations']): StaticContent['regulationList'] {
  const facts = regulations.map((regulation): RegulationFacts => {
    const { slug, title, issuer, effectiveOn, status } = regulation
    return { slug, title, issuer, effectiveOn, status, articles: articlesOf(regulation).length }
  })
  const [first, ...others] = facts
  const [main] = regulations
  if (!main || !first) return { main: null, others: [] }
  const chapters = main.divisions.flatMap(({ level, label, title, articles }, nth) => {
    if (level === 'body') return []
    const words = `${label} ${title}`
    return [{ words, anchor: divisionAnchor(nth + 1), range: articleRange(articles) }]
  })
  const official = hasOfficialText(main)
  return { main: { ...first, summary: main.summary, official, chapters }, others }
}

/** The page of each regulation, and their list. */
export function regulationPages(entries: Entries): StaticPage[] {
  const { regulations } = entries
  // Entries name articles of the Petition Work Regulations only.
  const material = [...materialByArticle(entries)].map(([number, found]): [number, Material[]] => [
    number,
    shownOf(found, number),
  ])
  return [
    {
      route: '/regulations',
      path: '/regulations/',
      shown: { regulationList: listOf(regulations) },
    },
    ...regulations.map((regulation): StaticPage => ({
      route: '/regulations/[slug]',
      path: `/regulations/${regulation.slug}/`,
      shown: {
        regulation: {
          regulation,
          material: regulation.slug === mainRegulation ? Object.fromEntries(material) : {},
        },
      },
    })),
  ]
}
