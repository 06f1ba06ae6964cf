/** What of a Word document the form is filled with. */
export type ImportedWord = { title: string; summary: string; markdown: string; notes: string[] }

/** What was read of an official text, and the draft that it is now. */
export type ImportedLaw = {
  documentId: string
  title: string
  chapters: number
  articles: number
  notes: string[]
}
