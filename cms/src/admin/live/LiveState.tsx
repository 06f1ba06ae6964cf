import { longMoment } from '@portal/content/calendar/wording'
import { Box, Flex, Link, Status, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { Faults } from './Faults'
import { heldBack, words } from './progress-words'
import type { EntryOnline } from '../../contracts/publications/releases.ts'

type Props = { uid: string; documentId: string; savedAt: string | undefined }

const soon = 2_000
const later = 10_000

/** 排队中, 生成中, 已上线 with time and address, or 未上线 with what to mend; it follows by itself. */
export function LiveState({ uid, documentId, savedAt }: Props) {
  const { get } = useFetchClient()
  const [live, setLive] = useState<EntryOnline | null>(null)
  const [lost, setLost] = useState(false)

  useEffect(() => {
    let timer: number | undefined
    let gone = false
    const look = async () => {
      try {
        const { data } = await get<EntryOnline>(`/desk/releases/entries/${uid}/${documentId}`)
        if (gone) return
        setLive(data)
        setLost(false)
        const moving = data.going?.state === 'waiting' || data.going?.state === 'building'
        timer = window.setTimeout(() => void look(), moving ? soon : later)
      } catch {
        if (gone) return
        setLost(true)
        timer = window.setTimeout(() => void look(), later)
      }
    }
    void look()
    return () => {
      gone = true
      window.clearTimeout(timer)
    }
  }, [uid, documentId, savedAt, get])

  if (!live) {
    const text = lost ? '读不到上线情况：请检查网络，会自动再试。' : '正在读取…'
    return <Typography textColor="neutral600">{text}</Typography>
  }
  const { going, address, held } = live
  // What went live once may have been withdrawn since.
  if (!address && (!going || going.state === 'live')) {
    return <Typography variant="pi">{going ? '网站上没有这一条。' : '还没有发布过。'}</Typography>
  }
  const { word, colour, hint } = held ? heldBack : words[going?.state ?? 'live']
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%" role="status">
      <Status variant={colour} size="S">
        <Typography fontWeight="bold" data-testid="live-state">
          {word}
        </Typography>
      </Status>
      {hint && <Typography variant="pi">{hint}</Typography>}
      {going?.state === 'live' && going.finishedAt && (
        <Typography variant="pi">
          {longMoment(going.finishedAt)} {held ? '上线过' : '上线'}
        </Typography>
      )}
      {going?.state === 'failed' && (
        <Box background="danger100" padding={3} hasRadius role="note">
          <Faults faults={going.faults} />
        </Box>
      )}
      {address && (
        <Link href={address} isExternal>
          打开网页
        </Link>
      )}
    </Flex>
  )
}
