import type { AppealLevel } from '@portal/content/schema/petition/appeal'
import type { CaseState } from '@portal/content/schema/petition/state'
import type { DeskFile } from '../cases/desk-files.ts'
import type { Seen } from '../cases/desk-state.ts'
import type { Citation, OpinionPart, OpinionParts, OpinionStep } from './opinion.ts'

/** What is written on the reply page. `unit` replies, `body` decides an appeal, `reason` is that of a correction. */
export type ReplyFields = {
  step: OpinionStep
  unit: string
  body: string
  reason: string
  parts: OpinionParts
  files: DeskFile[]
}

/** What a writer has half written for a case, as the desk keeps it. */
export type SavedDraft = { version: number; savedAt: string; fields: ReplyFields }

/** What the petitioner and the assisting units wrote, beside which a reply is written. */
export type PetitionText = {
  request: string
  facts: string
  petitionerName: string
  later: { at: string; what: string; text: string }[]
  advice: { unit: string; text: string }[]
  files: { id: string; name: string; bytes: number; isKept: boolean }[]
}

/** An opinion that waits for a second reader, or was given back. */
export type ProposalWords = {
  step: OpinionStep
  unit: string
  body: string
  reason: string
  text: string
  parts: OpinionParts | null
  files: DeskFile[]
  at: string
  writer: string
  /** Whether whoever asks has written it. */
  own: boolean
}

export type ReplyTemplate = { id: string; name: string; suits: boolean } & Record<
  OpinionPart,
  string
>

/** What `GET /desk/cases/:documentId/reply` tells. */
export type ReplyPage = {
  number: string
  title: string
  state: CaseState
  category: string
  topic: string
  region: string
  receivedAt: string
  petition: PetitionText
  /** The opinions that may go out now, at once or by a second reader; the likely first. */
  steps: OpinionStep[]
  /** Units to choose from, for the bureau; and the one in the lead. */
  units: string[]
  unit: string
  secondReader: boolean
  proposal: ProposalWords | null
  /** Whether whoever asks may send what was proposed, or give it back. */
  mayRead: boolean
  returned: (ProposalWords & { by: string; returnedAt: string; remark: string }) | null
  /** The reply that is out, for a correction. */
  reply: { text: string; parts: OpinionParts | null; files: DeskFile[] } | null
  draft: SavedDraft | null
  templates: ReplyTemplate[]
  /** What stands for 〔信访人〕 and the like in this case, by the words between the brackets. */
  placeholders: Record<string, string>
  /** What the petitioner may do were it delivered today, and until when; null where nothing follows. */
  appeal: { level: AppealLevel; lastDay: string } | null
  office: string
  seen: Seen
}

/** An article of a law as it can be cited. */
export type LawArticle = {
  law: string
  validity: string
  inForce: boolean
  published: boolean
  label: string
  paragraphs: { text: string; items: string[] }[]
  /** The plain-language guide, where the official text is not there. */
  guide: string
  /** What was asked for of it. */
  asked: Pick<Citation, 'paragraph' | 'item'>
}

/** What `POST /desk/cases/articles` answers. */
export type FoundArticles = { articles: LawArticle[]; more: boolean }
