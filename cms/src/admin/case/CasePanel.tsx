import { CaseDesk } from './CaseDesk'

type Props = { model: string; documentId?: string }

/** The panel beside a case: its clocks, and what can be done with it now. Other types do not have it. */
export function CasePanel({ model, documentId }: Props) {
  if (model !== 'api::case.case' || !documentId) return null
  return { title: '期限和办理', content: <CaseDesk documentId={documentId} /> }
}
