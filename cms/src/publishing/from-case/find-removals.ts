import { findDoubtful, findPersonal, type Hit } from '@portal/content/privacy/find'
import { findKnown } from '@portal/content/privacy/known-words'
import { normalise } from '@portal/content/privacy/normalise'
import type { Span } from '@portal/content/privacy/spans'
import type { RemovalKind } from '../../contracts/papers/notice-draft.ts'
import type { KnownWord } from '../../privacy/known-words.ts'
import { findEstates, findFirms } from './find-firms.ts'
import { findNear } from './find-near.ts'

/** A stretch to be taken out; `fixed` where publishing would be stopped by it. Places count UTF-16 units. */
export type Removal = Span & { removal: RemovalKind; fixed: boolean }

/** What is known of a case: words of its people, other people whom its texts name, units whose names stay. */
export type KnownOfCase = {
  words: readonly KnownWord[]
  persons: readonly string[]
  offices: readonly string[]
  number: string
  /** Whether a place found is one of the office's own, which may stand anywhere. */
  isOffice: (text: string, hit: Hit) => boolean
}

const kinds: Record<KnownWord['field'], RemovalKind> = {
  petitionerName: 'name',
  petitionerContact: 'name',
  representatives: 'name',
  petitionerPhone: 'phone',
  petitionerAddress: 'address',
  petitionerIdNumber: 'id-number',
  petitionerCreditCode: 'id-number',
  petitionerEmail: 'email',
}
/** A petitioner that is no person. */
const organisation = /(?:公司|集团|厂|店|行|部|社|会|所|院|中心|协会|学校|委员会|工作室)$/

/** What a word of the case is that was found in another spelling. */
function kindOfKnown(found: string, words: readonly KnownWord[]): RemovalKind {
  const normalised = normalise(found)
  const known = words.find(({ word }) => [...findKnown(normalised, [word])].length > 0)
  if (!known) return 'name'
  const kind = kinds[known.field]
  return kind === 'name' && organisation.test(known.word) ? 'organisation' : kind
}

/** The given name of somebody known: by it alone neighbours know who is meant. */
function givenNames(words: readonly KnownWord[]): string[] {
  return words
    .filter(({ field }) => kinds[field] === 'name')
    .map(({ word }) => word.replace(/[^\u4e00-\u9fff].*$/, ''))
    .filter((name) => /^[\u4e00-\u9fff]{3}$/.test(name))
    .map((name) => name.slice(1))
}

/** Everything of a text that is to be taken out, in no order; stretches may overlap. */
export function findRemovals(text: string, known: KnownOfCase): Removal[] {
  const words = known.words.map(({ word }) => word)
  const normalised = normalise(text)
  const place = ({ from, to }: Span): Span => ({
    from: normalised.at(from),
    to: normalised.at(to - 1) + 1,
  })
  const fromHit = (hit: Hit, fixed: boolean): Removal => {
    const found = text.slice(hit.at, hit.at + hit.length)
    const removal =
      hit.kind === 'person'
        ? 'name'
        : hit.kind === 'name'
          ? kindOfKnown(found, known.words)
          : hit.kind
    return { from: hit.at, to: hit.at + hit.length, removal, fixed }
  }
  const isForeign = (hit: Hit) => !known.isOffice(text, hit)
  const own = [...findKnown(normalised, [known.number])]
  const soft = (removal: RemovalKind, spans: Iterable<Span>): Removal[] =>
    [...spans].map((span) => ({ ...place(span), removal, fixed: false }))
  return [
    ...findPersonal(text, words)
      .filter(isForeign)
      .map((hit) => fromHit(hit, true)),
    ...own.map((span) => ({ ...place(span), removal: 'receipt' as const, fixed: true })),
    ...findDoubtful(text, words)
      .filter(isForeign)
      .map((hit) => fromHit(hit, false)),
    ...soft('name', findKnown(normalised, [...known.persons, ...givenNames(known.words)])),
    ...[...findNear(normalised)].flatMap(({ removal, ...span }) => soft(removal, [span])),
    ...soft('address', findEstates(normalised, known.offices)),
    ...soft('organisation', findFirms(normalised, known.offices)),
  ]
}
