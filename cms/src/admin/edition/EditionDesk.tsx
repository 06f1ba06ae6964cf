import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useForm } from '@strapi/strapi/admin'
import { useCallback, useEffect, useState } from 'react'
import { HistoryDialog } from './HistoryDialog'
import { Hits } from './Hits'
import { Record } from './Record'
import { Standing } from './Standing'
import { StepButtons } from './StepButtons'
import { messageOf, type DeskView } from './view'

type Props = { uid: string; documentId: string; savedAt: string | undefined }

/** Why the draft that is under review should pass although it has hits. */
function pleaIn({ state, steps }: DeskView) {
  return state === 'submitted' ? steps.find(({ word }) => /放行$/.test(word)) : undefined
}

/** The workflow of an entry: standing, hits, steps to take, what was done, earlier versions. */
export function EditionDesk({ uid, documentId, savedAt }: Props) {
  const { get } = useFetchClient()
  const modified = useForm('EditionDesk', (form: { modified: boolean }) => form.modified)
  const [view, setView] = useState<DeskView | null>(null)
  const [failure, setFailure] = useState('')
  const [browsing, setBrowsing] = useState(false)
  const address = `/desk/editions/${uid}/${documentId}`

  const load = useCallback(() => {
    get<DeskView>(address).then(
      ({ data }) => {
        setView(data)
        setFailure('')
      },
      (error: unknown) => setFailure(messageOf(error)),
    )
  }, [address, get])

  // Saving the draft may void an approval: what was read before is no longer so.
  useEffect(load, [load, savedAt])

  if (failure) {
    return (
      <Flex direction="column" alignItems="stretch" gap={3} width="100%">
        <Typography textColor="danger600">{failure}</Typography>
        <Button variant="secondary" onClick={load}>
          重新读取
        </Button>
      </Flex>
    )
  }
  if (!view) return <Typography textColor="neutral600">正在读取…</Typography>
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Standing view={view} />
      {view.hits.length > 0 && <Hits hits={view.hits} plea={pleaIn(view)} />}
      {modified ? (
        <Box background="warning100" padding={3} hasRadius>
          <Typography variant="pi">有改动还没有保存。先点“保存”，再办下一步。</Typography>
        </Box>
      ) : (
        <StepButtons address={address} view={view} />
      )}
      <Record steps={view.steps} />
      {view.editions.length > 0 && (
        <Button variant="tertiary" fullWidth onClick={() => setBrowsing(true)}>
          历史版本（{view.editions.length}）
        </Button>
      )}
      {browsing && (
        <HistoryDialog
          address={address}
          view={view}
          locked={modified}
          onClose={() => setBrowsing(false)}
        />
      )}
    </Flex>
  )
}
