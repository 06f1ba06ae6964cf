/**
 * The field that people never see and programs fill in. Browsers fill in no such name by themselves:
 * it is none of the tokens of autofill, which are for names, addresses, telephones and cards.
 */
export const trapName = 'website'
