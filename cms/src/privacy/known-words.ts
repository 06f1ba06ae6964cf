/** The fields of a case that name its petitioner, or lead to them. */
export const petitionerFields = [
  'petitionerName',
  'petitionerPhone',
  'petitionerAddress',
  'petitionerIdNumber',
  'petitionerCreditCode',
  'petitionerContact',
  'petitionerEmail',
] as const
export type PetitionerField = (typeof petitionerFields)[number]

/** A word of a case that names or leads to somebody, and the field that it stands in. */
export type KnownWord = { field: PetitionerField | 'representatives'; word: string }

/** A village or street without a house is a place of many, and may be told. */
function isCommon(known: string): boolean {
  return (
    /(?:[省市区县镇乡村]|街道|社区|路|街)$/.test(known) && known.length > 4 && !/\d/.test(known)
  )
}

/** A landline names a person without its extension too. */
function withoutExtension(known: string): string {
  return known.replace(/^(0\d{9,11})-\d{1,6}$/, '$1')
}

/** What is known of the people of a case, each word with the field that it stands in. */
export function knownWordsOf(row: {
  [F in PetitionerField | 'representatives']?: string | null
}): KnownWord[] {
  const representatives = (row.representatives ?? '')
    .split(/[，\n]/)
    .map((word) => ({ field: 'representatives' as const, word }))
  return [
    ...petitionerFields.map((field) => ({ field, word: row[field] ?? '' })),
    ...representatives,
  ]
    .filter(({ word }) => !isCommon(word))
    .map(({ field, word }) => ({ field, word: withoutExtension(word) }))
    .filter(({ word }) => word !== '')
}
