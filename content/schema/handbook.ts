import { z } from 'zod'

/** The handbooks of those who run the portal, with their chapters in order: `content/handbook/<book>/<chapter>.md`. */
export const books = {
  publicity: {
    name: '宣传人员手册',
    chapters: [
      'write',
      'word',
      'review',
      'publish',
      'schedule',
      'withdraw',
      'earlier',
      'missed',
      'regulations',
    ],
  },
  cases: {
    name: '办件人员手册',
    chapters: [
      'queue',
      'register',
      'hand-over',
      'refer',
      'clocks',
      'reply',
      'papers',
      'corrections',
      'follow-up',
      'figures',
      'notice',
      'never',
    ],
  },
  officials: { name: '包案领导和审计员手册', chapters: ['leading', 'auditor'] },
  administrator: {
    name: '管理员手册',
    chapters: [
      'install',
      'two-machines',
      'keys',
      'backup',
      'upgrade',
      'alerts',
      'workdays',
      'accounts',
    ],
  },
} as const

export type BookName = keyof typeof books

/** The name of a chapter's file; no two books have the same. */
export type ChapterName = (typeof books)[BookName]['chapters'][number]

/** What stands at the head of a chapter. The body is Markdown; pictures are named by their file in `pictures/`. */
export const handbookChapter = z.strictObject({
  title: z.string().min(2).max(20),
  /** What the chapter is for, in one sentence. */
  summary: z.string().min(5).max(60),
})
export type HandbookChapter = z.infer<typeof handbookChapter>

/** The address of a picture in the text of a chapter. */
export const handbookPicture = /^pictures\/([a-z0-9-]+)\.webp$/
