import type { Core } from '@strapi/strapi'

const fields = [
  'petitionerName',
  'petitionerPhone',
  'petitionerAddress',
  'petitionerIdNumber',
  'petitionerCreditCode',
  'petitionerContact',
  'petitionerEmail',
] as const

/** What is known of the people of a case, for the check of a public text that was written about it. */
export async function knownOf(strapi: Core.Strapi, caseNumber: unknown): Promise<string[]> {
  if (typeof caseNumber !== 'string' || caseNumber === '') return []
  const row = (await strapi.db
    .query('api::case.case')
    .findOne({ where: { number: caseNumber }, select: [...fields, 'representatives'] })) as Record<
    string,
    string | null
  > | null
  if (!row) return []
  const representatives = (row.representatives ?? '').split(/[，\n]/)
  return [...fields.map((field) => row[field] ?? ''), ...representatives]
    .filter((known) => !isCommon(known))
    .map(withoutExtension)
    .filter(Boolean)
}

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
