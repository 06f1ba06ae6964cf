/** A step that a person may take, as the API names it. */
export type StepKind =
  | 'submit'
  | 'ask'
  | 'approve'
  | 'return'
  | 'publish'
  | 'schedule'
  | 'unschedule'
  | 'expire'
  | 'keep'
  | 'withdraw'
  | 'restore'
  | 'discard'
  | 'override'

export type Hit = { field: string; label: string; kind: string; excerpt: string; digest: string }
/** A picture, or a PDF with the `pages` that are scans. */
export type UnreadFile = {
  digest: string
  name: string
  label: string
  pages: number[]
  url: string
}
export type Edition = {
  number: number
  at: string
  by: string
  title: string
  fate: 'live' | 'superseded' | 'withdrawn'
  endedAt: string | null
}
export type Entry = {
  at: string
  who: string
  word: string
  reason: string | null
  edition: number | null
}
export type State =
  'draft' | 'returned' | 'submitted' | 'approved' | 'scheduled' | 'published' | 'withdrawn'

/** What the API tells of an entry's workflow. Instants are ISO 8601, UTC. */
export type DeskView = {
  /** When the draft that this is about was saved. */
  savedAt: string
  state: State
  word: string
  live: number | null
  publishAt: string | null
  resumeAt: string | null
  withdrawAt: string | null
  failure: string | null
  may: StepKind[]
  hits: Hit[]
  unread: UnreadFile[]
  steps: Entry[]
  editions: Edition[]
}

/** What the API said of a failure, or that nothing was heard. */
export function messageOf(error: unknown): string {
  const response = (error as { response?: { data?: { error?: { message?: string } } } }).response
  return response?.data?.error?.message ?? '没有办成：请检查网络后再试。'
}
