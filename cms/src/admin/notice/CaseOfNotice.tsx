import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect } from 'react'
import type { CaseOfNotice as Told } from '../../contracts/papers/notice-draft.ts'
import { caseAddress } from '../desk/addresses'
import { DeskLink } from '../links/DeskLink'
import { useHeldState } from '../saving/use-held-state'

type Props = { documentId: string; savedAt?: string | undefined }

/** The case that a notice is about, for who may see that case. */
export function CaseOfNotice({ documentId, savedAt }: Props) {
  const { get } = useFetchClient()
  const [told, setTold] = useHeldState<Told | null>(`case of notice ${documentId}`, null)
  useEffect(() => {
    get<Told>(`/desk/notices/${documentId}/case`).then(
      ({ data }) => setTold(data),
      () => setTold(null),
    )
  }, [documentId, savedAt, get, setTold])
  if (!told?.case) return <Typography textColor="neutral600">没有对应的办件。</Typography>
  const { documentId: of, number, title } = told.case
  return (
    <Typography tag="p" lineHeight={1.7}>
      <DeskLink to={caseAddress(of)}>{title}</DeskLink>
      <br />
      {`查询编号 ${formatReceiptNumber(number)}，不会公开`}
    </Typography>
  )
}
