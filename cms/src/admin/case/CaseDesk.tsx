import { Divider, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useHeldState } from '../saving/use-held-state'
import { DeskLink } from '../links/DeskLink'
import { refreshEntry, useRefreshed } from '../saving/refresh'
import { AccusedUnits } from './AccusedUnits'
import { CaseRecord } from './CaseRecord'
import { CaseClocks } from './CaseClocks'
import { CaseSteps } from './CaseSteps'
import type { CaseDeskState } from '../../contracts/case-desk.ts'
import { opinionSteps } from '../../contracts/opinion.ts'
import { replyAddress } from '../desk/addresses'
import { messageOf } from '../error-message'
import { contentType } from '../../contracts/content-types.ts'

const model = contentType.case

/** What staff need beside a case: its clocks, whom it accuses, and what can be done now. */
export function CaseDesk({ documentId }: { documentId: string }) {
  const { get } = useFetchClient()
  const [desk, setDesk] = useHeldState<CaseDeskState | null>(`case ${documentId}`, null)
  const [fault, setFault] = useState('')
  const [isReading, setReading] = useState(true)
  const address = `/desk/cases/${documentId}`

  const asked = useRef(0)

  const load = useCallback(() => {
    asked.current += 1
    const turn = asked.current
    setReading(true)
    const read = get<CaseDeskState>(`${address}/actions`).then(
      ({ data }) => {
        // An answer that a later question has overtaken is of an older case.
        if (turn !== asked.current) return
        setDesk(data)
        setFault('')
      },
      (error: unknown) => setFault(messageOf(error)),
    )
    void read.finally(() => turn === asked.current && setReading(false))
  }, [address, get, setDesk])
  useEffect(load, [load])
  useRefreshed(model, documentId, load)

  const refresh = () => refreshEntry(model, documentId)

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
          <AccusedUnits
            address={address}
            desk={desk}
            accused={desk.accused}
            isReading={isReading}
            onChanged={refresh}
          />
          <Divider />
        </>
      )}
      {desk.extension && (
        <Typography>
          {`承办单位申请延期 ${desk.extension.days} 日，待信访部门批准。理由：${desk.extension.reason}`}
        </Typography>
      )}
      {opinionSteps.some((step) => desk.actions.includes(step)) && (
        <Typography tag="p">
          <DeskLink to={replyAddress(documentId)}>在整页上写答复、意见</DeskLink>
        </Typography>
      )}
      <CaseSteps documentId={documentId} desk={desk} isReading={isReading} onChanged={refresh} />
      <Divider />
      <CaseRecord {...desk.record} />
    </Flex>
  )
}
