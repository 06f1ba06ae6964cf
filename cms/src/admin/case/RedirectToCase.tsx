import { useEffect } from 'react'
import { useNavigate } from 'react-router-dom'
import { contentType } from '../../contracts/content-types.ts'
import { caseAddress } from '../desk/addresses'

type Props = { model: string; documentId?: string }

/** Stands where the content manager shows the form of a case, and leads to the page of the case instead. */
export function LeadToCase({ model, documentId }: Props) {
  const navigate = useNavigate()
  const isCase = model === contentType.case && documentId !== undefined
  useEffect(() => {
    if (isCase) navigate(caseAddress(documentId), { replace: true })
  }, [isCase, documentId, navigate])
  return null
}
