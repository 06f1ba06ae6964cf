import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router-dom'
import { contentType } from '../../contracts/content-types.ts'
import { queueAddress } from '../desk/addresses'

/**
 * Stands where the content manager shows the list of cases, and leads to the queue instead: there what is looked for
 * stands in no address.
 */
export function LeadToQueue() {
  const { slug } = useParams()
  const navigate = useNavigate()
  const isCases = slug === contentType.case
  useEffect(() => {
    if (isCases) navigate(queueAddress, { replace: true })
  }, [isCases, navigate])
  return null
}
