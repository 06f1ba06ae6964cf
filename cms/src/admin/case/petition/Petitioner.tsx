import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useState } from 'react'
import type { PetitionerLines } from '../../../contracts/cases/page.ts'
import { messageOf } from '../../error-message'
import { useHeldState } from '../../saving/use-held-state'
import { Part } from '../../desk/Prose'

/** Who filed the case, folded until somebody opens it, which is recorded. */
export function Petitioner({ documentId }: { documentId: string }) {
  const { post } = useFetchClient()
  const [opened, setOpened] = useHeldState<PetitionerLines | null>(`petitioner ${documentId}`, null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')

  async function open() {
    setBusy(true)
    setFault('')
    try {
      const { data } = await post<PetitionerLines>(`/desk/cases/${documentId}/petitioner`, {})
      setOpened(data)
    } catch (error) {
      setFault(messageOf(error))
    }
    setBusy(false)
  }

  return (
    <Part name="信访人">
      {opened ? (
        <>
          <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
            {opened.lines.map(({ name, value }) => (
              <Box key={name}>
                <Typography tag="dt" variant="pi" textColor="neutral600">
                  {name}
                </Typography>
                <Typography tag="dd" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {value}
                </Typography>
              </Box>
            ))}
          </Flex>
          <Flex>
            <Button variant="tertiary" onClick={() => setOpened(null)}>
              收起
            </Button>
          </Flex>
        </>
      ) : (
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <Button variant="secondary" loading={busy} onClick={() => void open()}>
            查看信访人
          </Button>
          <Typography variant="pi" textColor="neutral600">
            查看会记录下来。
          </Typography>
        </Flex>
      )}
      {fault && (
        <Typography textColor="danger600" role="alert">
          {fault}
        </Typography>
      )}
    </Part>
  )
}
