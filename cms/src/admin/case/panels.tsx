import { contentType } from '../../contracts/content-types.ts'
import { CaseDeliveries } from './CaseDeliveries'
import { CaseDesk } from './CaseDesk'
import { CasePapers } from '../papers/CasePapers'
import { refreshEntry } from '../saving/refresh'
import { useManages } from './manages'
import { ReissueCode } from './ReissueCode'

type Props = { model: string; documentId?: string }

/** The panel beside a case: its clocks, and what can be done with it now. Other types do not have it. */
export function CasePanel({ model, documentId }: Props) {
  if (model !== contentType.case || !documentId) return null
  return { title: '期限和办理', content: <CaseDesk documentId={documentId} /> }
}

/** The panel beside a case: what the petitioner has been told. Other types do not have it. */
export function DeliveriesPanel({ model, documentId }: Props) {
  if (model !== contentType.case || !documentId) return null
  return { title: '告知信访人', content: <CaseDeliveries documentId={documentId} /> }
}

/** The panel beside a case: its papers. Other types do not have it. */
export function PapersPanel({ model, documentId }: Props) {
  if (model !== contentType.case || !documentId) return null
  const onChanged = () => refreshEntry(model, documentId)
  return { title: '文书', content: <CasePapers documentId={documentId} onChanged={onChanged} /> }
}

/** The panel by which a petitioner who has lost the query code gets a new one. */
export function CodePanel({ model, documentId }: Props) {
  const manages = useManages()
  if (model !== contentType.case || !documentId || !manages) return null
  return { title: '查询码', content: <ReissueCode documentId={documentId} /> }
}
