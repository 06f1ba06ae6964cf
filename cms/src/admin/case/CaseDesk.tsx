import { Divider, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useState } from 'react'
import { refreshEntry } from '../saving/refresh'
import { AccusedUnits } from './AccusedUnits'
import { CaseClocks } from './CaseClocks'
import { CaseSteps } from './CaseSteps'
import type { Desk } from './desk'
import { messageOf } from './message'

const model = 'api::case.case'

/** What staff need beside a case: its clocks, whom it accuses, and what can be done now. */
export function CaseDesk({ documentId }: { documentId: string }) {
  const { get } = useFetchClient()
  const [desk, setDesk] = useState<Desk | null>(null)
  const [fault, setFault] = useState('')
  const address = `/desk/cases/${documentId}`

  const load = useCallback(
    () =>
      get<Desk>(`${address}/actions`).then(
        ({ data }) => {
          setDesk(data)
          setFault('')
        },
        (error: unknown) => setFault(messageOf(error)),
      ),
    [address, get],
  )
  useEffect(() => void load(), [load])

  function refresh() {
    void load()
    refreshEntry(model, documentId)
  }

  if (!desk) return <Typography textColor="neutral600">{fault || '正在读取…'}</Typography>
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {fault && (
        <Typography textColor="danger600" role="alert">
          {fault}
        </Typography>
      )}
      <CaseClocks clocks={desk.clocks} />
      <Divider />
      {desk.accused && (
        <>
          <AccusedUnits address={address} desk={desk} accused={desk.accused} onChanged={refresh} />
          <Divider />
        </>
      )}
      <CaseSteps documentId={documentId} desk={desk} onChanged={refresh} />
    </Flex>
  )
}
