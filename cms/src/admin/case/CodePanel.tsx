import { useManages } from './manages'
import { ReissueCode } from './ReissueCode'
import { contentType } from '../../contracts/content-types.ts'

type Props = { model: string; documentId?: string }

/** The panel by which a petitioner who has lost the query code gets a new one. */
export function CodePanel({ model, documentId }: Props) {
  const manages = useManages()
  if (model !== contentType.case || !documentId || !manages) return null
  return { title: '查询码', content: <ReissueCode documentId={documentId} /> }
}
