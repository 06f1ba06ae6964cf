/** Bounds of a joint petition. More people than this choose representatives (art. 20). */
export const withoutRepresentatives = 5
export const mostRepresentatives = 5
export const mostPeople = 99_999
