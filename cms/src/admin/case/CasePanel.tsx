import { CaseSteps } from './CaseSteps'

type Props = { model: string; documentId?: string }

/** The panel beside a case: what can be done with it now. Other types do not have it. */
export function CasePanel({ model, documentId }: Props) {
  if (model !== 'api::case.case' || !documentId) return null
  return { title: '办理', content: <CaseSteps documentId={documentId} /> }
}
