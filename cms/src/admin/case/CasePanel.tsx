import { CaseDesk } from './CaseDesk'
import { contentType } from '../../contracts/content-types.ts'

type Props = { model: string; documentId?: string }

/** The panel beside a case: its clocks, and what can be done with it now. Other types do not have it. */
export function CasePanel({ model, documentId }: Props) {
  if (model !== contentType.case || !documentId) return null
  return { title: '期限和办理', content: <CaseDesk documentId={documentId} /> }
}
