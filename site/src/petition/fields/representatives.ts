/** How many may speak for the others (art. 20). */
export const representativeNumbers = [1, 2, 3, 4, 5] as const
type RepresentativeNumber = (typeof representativeNumbers)[number]

export type RepresentativeField =
  `representative${RepresentativeNumber}Name` | `representative${RepresentativeNumber}Phone`

/** The two fields of one representative. */
export function representativeFields(number: RepresentativeNumber) {
  return {
    name: `representative${number}Name`,
    phone: `representative${number}Phone`,
  } as const
}

/** The fields of all representatives, in the order of the form. */
export const representativeFieldNames: readonly RepresentativeField[] =
  representativeNumbers.flatMap((number) => Object.values(representativeFields(number)))
