import { Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useState } from 'react'
import { useRefreshed } from '../saving/refresh'
import type { DeliveryLines } from '../../contracts/case-desk.ts'
import { contentType } from '../../contracts/content-types.ts'

/** Whether and when the petitioner was told of the steps, below the steps themselves. */
export function CaseDeliveries({ documentId }: { documentId: string }) {
  const { get } = useFetchClient()
  const [lines, setLines] = useState<string[]>([])

  const load = useCallback(() => {
    get<DeliveryLines>(`/desk/cases/${documentId}/telling`)
      .then(({ data }) => setLines(data.lines))
      .catch(() => setLines(['没能读到告知情况：请刷新页面。']))
  }, [documentId, get])
  useEffect(load, [load])
  useRefreshed(contentType.case, documentId, load)

  return lines.map((line) => (
    <Typography key={line} tag="p" variant="pi" textColor="neutral600">
      {line}
    </Typography>
  ))
}
