import { Navigate, useParams } from 'react-router-dom'
import { contentType } from '../../contracts/content-types.ts'

/** The page of one case: its form in the content manager. */
export default function CasePage() {
  const { documentId } = useParams()
  return (
    <Navigate to={`/content-manager/collection-types/${contentType.case}/${documentId}`} replace />
  )
}
