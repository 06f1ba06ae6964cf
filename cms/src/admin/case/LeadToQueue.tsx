import { useAuth } from '@strapi/strapi/admin'
import { useEffect } from 'react'
import { useNavigate, useNavigationType, useParams } from 'react-router-dom'
import { contentType } from '../../contracts/content-types.ts'
import { queueAddress } from '../desk/addresses'

/** Where 内容管理 begins, for whoever may read cases: the first of these lists that is open to them. */
const firstLists = [
  contentType.notice,
  contentType.official,
  contentType.unitAccount,
  contentType.replyTemplate,
  contentType.department,
]
const read = 'plugin::content-manager.explorer.read'

/**
 * Stands where the content manager shows the list of cases, and leads to the queue instead: there what is looked for
 * stands in no address. Whoever pressed 内容管理, which begins with that list, meant the other lists.
 */
export function LeadToQueue() {
  const { slug } = useParams()
  const navigate = useNavigate()
  const isFromMenu = useNavigationType() === 'REPLACE'
  const permissions = useAuth('LeadToQueue', (state) => state.permissions)
  const isCases = slug === contentType.case
  useEffect(() => {
    if (!isCases) return
    const first = firstLists.find((uid) =>
      permissions.some(({ action, subject }) => action === read && subject === uid),
    )
    const list = `/content-manager/collection-types/${first}`
    navigate(isFromMenu && first ? list : queueAddress, { replace: true })
  }, [isCases, isFromMenu, permissions, navigate])
  return null
}
