import { Button } from '@strapi/design-system'
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { save } from '../desk/save-file'
import { useManages } from '../desk/use-manages'
import { messageOf } from '../error-message'

/** The button above the queue by which they are taken into a spreadsheet. */
export function ExportCases() {
  const { get } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [busy, setBusy] = useState(false)
  const manages = useManages()
  if (!manages) return null

  async function take() {
    setBusy(true)
    try {
      const { data } = await get<Blob>('/desk/cases/export.csv', { responseType: 'blob' })
      save(data, '办件.csv')
    } catch (error) {
      toggleNotification({ type: 'danger', message: messageOf(error) })
    }
    setBusy(false)
  }

  return (
    <Button variant="tertiary" size="S" loading={busy} onClick={() => void take()}>
      导出表格
    </Button>
  )
}
