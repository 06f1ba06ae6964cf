/** A draft is kept so many days after it was last saved. */
export const draftDays = 30
