import { categories } from '@portal/content/schema/petition/category'
import { departmentKinds } from '@portal/content/schema/entries/department'
import { satisfactions } from '@portal/content/schema/petition/evaluation'
import { channels, guideGroups } from '@portal/content/schema/entries/guide'
import { outcomes } from '@portal/content/schema/petition/outcome'
import { notifyWays } from '@portal/content/schema/petition/petition'
import { tiers } from '@portal/content/schema/entries/region'
import { divisionLevels, regulationStatuses } from '@portal/content/schema/entries/regulation'
import { caseStates } from '@portal/content/schema/petition/state'

const categoryNames = Object.fromEntries(
  Object.entries(categories).map(([code, { name }]) => [code, name]),
) as Record<keyof typeof categories, string>

/**
 * The CMS stores a choice as the Chinese word that staff pick, since its admin shows what it
 * stores; everything else uses the code. These are the pairs.
 */
const words = {
  category: categoryNames,
  outcome: outcomes,
  guideGroup: guideGroups,
  channel: channels,
  departmentKind: departmentKinds,
  tier: tiers,
  regulationStatus: regulationStatuses,
  divisionLevel: divisionLevels,
  caseState: caseStates,
  satisfaction: satisfactions,
  notifyBy: notifyWays,
  every: { week: '每周', month: '每月', dates: '指定日期' },
} as const
type Vocabulary = keyof typeof words

/** The word for a code. */
export function toWord<V extends Vocabulary>(vocabulary: V, code: keyof (typeof words)[V]): string {
  return words[vocabulary][code] as string
}

/** The code for a word; an unknown word comes back as it is, for the schema to refuse. */
export function toCode(vocabulary: Vocabulary, word: unknown): unknown {
  const pair = Object.entries(words[vocabulary]).find(([, value]) => value === word)
  return pair ? pair[0] : word
}
