import { Navigate } from 'react-router-dom'
import { contentType } from '../../contracts/content-types.ts'

/** The cases that wait for somebody: their list in the content manager. */
export default function QueuePage() {
  return <Navigate to={`/content-manager/collection-types/${contentType.case}`} replace />
}
