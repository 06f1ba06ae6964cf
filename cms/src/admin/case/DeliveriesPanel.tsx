import { CaseDeliveries } from './CaseDeliveries'
import { contentType } from '../../contracts/content-types.ts'

type Props = { model: string; documentId?: string }

/** The panel beside a case: what the petitioner has been told. Other types do not have it. */
export function DeliveriesPanel({ model, documentId }: Props) {
  if (model !== contentType.case || !documentId) return null
  return { title: '告知信访人', content: <CaseDeliveries documentId={documentId} /> }
}
