/** Where the draft of an entry stands on its way to citizens. */
export const workflowStates = [
  'draft',
  'returned',
  'submitted',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
] as const
export type WorkflowState = (typeof workflowStates)[number]

/** A step of the workflow that a person may take. */
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

/**
 * A place in an entry that looks like personal data. `field` is the field's name in the CMS, `label`
 * its Chinese name, `excerpt` enough of the text for staff to find it, `digest` what an override names.
 */
export type PrivacyHit = {
  field: string
  label: string
  kind: string
  excerpt: string
  digest: string
}

/**
 * A file of an entry whose words no program can read: a picture, or a PDF with the `pages` (counted from
 * 1) that are scans. `digest` is that of its bytes, so that another file is looked at anew; `url` is where
 * staff open it.
 */
export type UnreadFile = {
  digest: string
  name: string
  label: string
  pages: number[]
  url: string
}

/** What became of a published version. */
export type Fate = 'live' | 'superseded' | 'withdrawn'

/** A published version of an entry. */
export type EditionSummary = {
  number: number
  at: string
  by: string
  title: string
  fate: Fate
  endedAt: string | null
}

/** A step of the record, in words. */
export type RecordedStep = {
  at: string
  who: string
  word: string
  reason: string | null
  edition: number | null
}

/** What the panel beside an entry shows. Instants are ISO 8601, UTC. */
export type EditionPanelState = {
  /** When the draft that this is about was saved; what follows may be of a later one, never of an earlier. */
  savedAt: string
  state: WorkflowState
  word: string
  live: number | null
  publishAt: string | null
  resumeAt: string | null
  withdrawAt: string | null
  failure: string | null
  may: StepKind[]
  hits: PrivacyHit[]
  /** Places that may be personal, which whoever approves must say not to be. */
  doubts: PrivacyHit[]
  unread: UnreadFile[]
  steps: RecordedStep[]
  editions: EditionSummary[]
}

/** What a step answers. `missing` names fields whose file is gone, `barrier` what kept a restored text from review. */
export type StepTaken = { missing: string[]; barrier: string | null }

/** A piece of a comparison of two texts. */
export type Piece = { kind: 'same' | 'added' | 'removed'; text: string }

/** A field of two versions side by side; fields that are the same are left out. */
export type FieldChange = { field: string; label: string; pieces: Piece[] }

/** What `GET …/comparison` answers. */
export type ComparedVersions = { fields: FieldChange[] }
