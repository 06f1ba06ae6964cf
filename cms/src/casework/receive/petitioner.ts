import type { Petition } from '@portal/content/schema/petition/petition'

/** What a case keeps of who filed it. */
export type PetitionerFields = {
  petitionerName: string
  petitionerPhone: string
  petitionerAddress: string
  petitionerIdNumber: string | null
  petitionerCreditCode: string | null
  petitionerContact: string | null
  jointPeople: number | null
  /** A representative a line: name, phone. */
  representatives: string | null
}

/** Who filed a petition, as a case keeps it: a person, several people, or an organisation. */
export function petitionerFields(petition: Petition): PetitionerFields {
  const { organisation, joint } = petition
  const representatives = joint?.representatives.map(({ name, phone }) => `${name}，${phone}`) ?? []
  return {
    petitionerName: petition.name,
    petitionerPhone: petition.phone,
    petitionerAddress: petition.address,
    petitionerIdNumber: petition.idNumber,
    petitionerCreditCode: organisation?.creditCode ?? null,
    petitionerContact: organisation?.contact ?? null,
    jointPeople: joint?.people ?? null,
    representatives: representatives.length > 0 ? representatives.join('\n') : null,
  }
}
