import {
  composePieces,
  noticeFields,
  type NoticeDraft,
  type NoticeField,
  type NoticeRequest,
} from '../../contracts/papers/notice-draft.ts'
import { useKeptFields } from '../saving/use-kept-fields'

type Typed = Partial<Record<NoticeField | 'summary', string | undefined>> & {
  outcome: string
  /** Places that were decided otherwise: `body:3 body:7`. */
  turned: string
}
const empty: Typed = { outcome: '', turned: '' }
const fields = Object.keys(noticeFields) as NoticeField[]

/** The first sentence of a text, as a summary begins. */
function firstSentence(text: string): string {
  return (/^[^。！？\n]{1,119}[。！？]?/.exec(text.trim())?.[0] ?? '').trim()
}

/** What is decided and typed about a notice, kept in this tab until it is sent. */
export function useNoticeForm(documentId: string, draft: NoticeDraft) {
  const { fields: kept, change, clear } = useKeptFields(`notice of ${documentId}`, empty)
  const turnedIn = (field: NoticeField) =>
    kept.turned
      .split(' ')
      .filter((one) => one.startsWith(`${field}:`))
      .map((one) => Number(one.slice(field.length + 1)))
  const textOf = (field: NoticeField) =>
    kept[field] ?? composePieces(draft.fields[field], turnedIn(field))
  const summary = kept.summary ?? firstSentence(textOf('request'))
  const texts = Object.fromEntries(fields.map((field) => [field, textOf(field)]))
  return {
    kept,
    change,
    clear,
    turnedIn,
    summary,
    turn(field: NoticeField, place: number) {
      const one = `${field}:${place}`
      const all = kept.turned.split(' ').filter(Boolean)
      const next = all.includes(one) ? all.filter((other) => other !== one) : [...all, one]
      change({ turned: next.join(' ') })
    },
    request: { ...texts, summary, outcome: kept.outcome } as NoticeRequest,
  }
}
