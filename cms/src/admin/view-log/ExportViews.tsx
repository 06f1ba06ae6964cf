import { Button } from '@strapi/design-system'
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import type { ViewQuestion, ViewsTable } from '../../contracts/cases/view-log.ts'
import { save } from '../desk/save-file'
import { messageOf } from '../error-message'

/** The button by which what is shown of the record is taken into a spreadsheet, which is recorded. */
export function ExportViews({ question }: { question: ViewQuestion }) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [busy, setBusy] = useState(false)

  async function take() {
    setBusy(true)
    try {
      const { data } = await post<ViewsTable>('/desk/views/export', question)
      save(new Blob([data.content], { type: 'text/csv;charset=utf-8' }), data.name)
      toggleNotification({ type: 'info', message: '已导出，这次导出也记在查阅记录里。' })
    } catch (error) {
      toggleNotification({ type: 'danger', message: messageOf(error) })
    }
    setBusy(false)
  }

  return (
    <Button variant="tertiary" size="L" loading={busy} onClick={() => void take()}>
      导出表格
    </Button>
  )
}
