/** At most so many attachments with one message. Apart from the schema: browsers need only this. */
export const mostAttachments = 10
