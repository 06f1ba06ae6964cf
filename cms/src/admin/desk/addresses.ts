/** Where the desk's own pages about cases are, below the admin's address. */
export const queueAddress = '/desk'

/** The page on which what came otherwise than by the online form is registered. */
export const registerAddress = `${queueAddress}/register`

/** The page on which cases of other systems are taken in. */
export const importAddress = `${queueAddress}/import`

/** What is due on which day. */
export const calendarAddress = `${queueAddress}/calendar`

/** How each unit stands. */
export const unitsAddress = `${queueAddress}/units`

/** What the administrator is to look at, one by one. */
export const watchAddress = `${queueAddress}/watch`

/** The page of one case. */
export const caseAddress = (documentId: string) => `${queueAddress}/cases/${documentId}`

/** The page on which a case is answered in writing. */
export const replyAddress = (documentId: string) => `${caseAddress(documentId)}/reply`

/** The page on which the public notice of a case is begun. */
export const noticeAddress = (documentId: string) => `${caseAddress(documentId)}/notice`

/** The pages of leading officials. */
export const leadingAddress = '/leading'
export const ledCaseAddress = (documentId: string) => `${leadingAddress}/cases/${documentId}`

/** Where the bureau changes how its papers look. */
export const paperTemplatesAddress = `${queueAddress}/paper-templates`

/** The figures of a month or a year, for the bureau. */
export const figuresAddress = `${queueAddress}/figures`

/** Where the auditor reads who looked at which case. */
export const viewsAddress = `${queueAddress}/views`
