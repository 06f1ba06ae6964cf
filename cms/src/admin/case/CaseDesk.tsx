import { Divider, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { AccusedUnits } from './AccusedUnits'
import { CaseClocks } from './CaseClocks'
import { CaseSteps } from './CaseSteps'
import type { Desk } from './desk'
import { messageOf } from './message'

/** What staff need beside a case: its clocks, whom it accuses, and what can be done now. */
export function CaseDesk({ documentId }: { documentId: string }) {
  const { get } = useFetchClient()
  const [desk, setDesk] = useState<Desk | null>(null)
  const [fault, setFault] = useState('')
  const address = `/desk/cases/${documentId}`

  useEffect(() => {
    get<Desk>(`${address}/actions`)
      .then(({ data }) => setDesk(data))
      .catch((error: unknown) => setFault(messageOf(error)))
  }, [address, get])

  if (fault) return <Typography textColor="neutral600">{fault}</Typography>
  if (!desk) return <Typography textColor="neutral600">正在读取…</Typography>
  const asksAccused = desk.accused && (desk.accusation || desk.accused.chosen.length > 0)
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <CaseClocks clocks={desk.clocks} />
      <Divider />
      {asksAccused && desk.accused && (
        <>
          <AccusedUnits address={address} {...desk.accused} />
          <Divider />
        </>
      )}
      <CaseSteps address={address} desk={desk} />
    </Flex>
  )
}
