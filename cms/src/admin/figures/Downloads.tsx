import { Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useState } from 'react'
import type { FiguresAnswer } from '../../contracts/figures/figures.ts'
import { reportKinds } from '../../contracts/figures/report-papers.ts'
import { save } from '../desk/save-file'
import { messageOf } from '../error-message'
import { printPage } from '../papers/print-page'

/** The figures as a Word file, a table or on paper. */
export function Takings({ period }: Pick<FiguresAnswer, 'period'>) {
  const { get } = useFetchClient()
  const [busy, setBusy] = useState('')
  const [fault, setFault] = useState('')
  const report = reportKinds[period.kind === 'month' ? 'bulletin' : 'year-report'].name
  const address = (part: string) => `/desk/cases/figures/${part}?period=${period.id}`

  async function run(what: string, work: () => Promise<unknown>) {
    setBusy(what)
    setFault('')
    try {
      await work()
    } catch (error) {
      setFault(messageOf(error))
    }
    setBusy('')
  }
  const download = (part: string, name: string) =>
    run(part, async () => {
      const { data } = await get<Blob>(address(part), { responseType: 'blob' })
      save(data, name)
    })
  const print = () =>
    run('print', async () => {
      const { data } = await get<{ name: string; html: string }>(address('report-page'))
      await printPage(data.html, data.name)
    })

  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Flex gap={2} wrap="wrap">
        <Button
          variant="secondary"
          loading={busy === 'report.docx'}
          onClick={() => void download('report.docx', `${report} ${period.name}.docx`)}
        >
          {`${report}（Word）`}
        </Button>
        <Button
          variant="tertiary"
          loading={busy === 'table.csv'}
          onClick={() => void download('table.csv', `信访统计 ${period.name}.csv`)}
        >
          表格（CSV）
        </Button>
        <Button variant="tertiary" loading={busy === 'print'} onClick={() => void print()}>
          打印
        </Button>
      </Flex>
      {fault && (
        <Typography role="alert" textColor="danger600">
          {fault}
        </Typography>
      )}
    </Flex>
  )
}
