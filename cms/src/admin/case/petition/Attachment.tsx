import { kindName } from '@portal/content/attachments/kind-name'
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { useEffect, useRef } from 'react'
import { styled } from 'styled-components'
import type { KeptAttachment } from '../../../contracts/cases/desk-state.ts'
import { shownAs, writeSize } from './attachment-kind'
import { save } from '../../desk/save-file'
import { useFileContent } from './use-file-content'
import { useInSight } from './use-in-sight'

const faults = {
  missing: '没有收到，已请信访人重新提交',
  damaged: '收到时已损坏，已请信访人重新提交',
}

const Picture = styled.img`
  display: block;
  max-width: 100%;
  max-height: 360px;
  border-radius: ${({ theme }) => theme.borderRadius};
`
const Paper = styled.iframe`
  width: 100%;
  height: min(80vh, 760px);
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
`
const Film = styled.video`
  width: 100%;
  max-height: 480px;
  background: black;
`

type Props = { documentId: string; file: KeptAttachment }

/** A file that was kept: a picture as soon as it is in sight, others when they are asked for. */
function Content({ documentId, file }: Props) {
  const { address, fault, busy, read } = useFileContent(documentId, file)
  const shown = shownAs(file.type)
  const place = useRef<HTMLDivElement>(null)
  const isSeen = useInSight(place)
  useEffect(() => {
    if (isSeen && shown === 'picture') void read()
  }, [isSeen, shown, read])

  async function download() {
    const content = await read()
    if (content) save(content, file.name)
  }

  return (
    <Flex ref={place} direction="column" alignItems="stretch" gap={3}>
      {address && shown === 'picture' && <Picture src={address} alt={file.name} />}
      {address && shown === 'paper' && <Paper src={address} title={file.name} />}
      {address && shown === 'film' && <Film src={address} controls aria-label={file.name} />}
      {address && shown === 'sound' && (
        <audio src={address} controls aria-label={file.name} style={{ width: '100%' }} />
      )}
      {fault && (
        <Typography textColor="danger600" role="alert">
          {fault}
        </Typography>
      )}
      <Flex gap={2} wrap="wrap">
        {!address && shown !== 'other' && (
          <Button
            variant="secondary"
            size="S"
            loading={busy}
            aria-label={`${shown === 'film' || shown === 'sound' ? '播放' : '查看'}${file.name}`}
            onClick={() => void read()}
          >
            {shown === 'film' || shown === 'sound' ? '播放' : '查看'}
          </Button>
        )}
        <Button
          variant="tertiary"
          size="S"
          loading={busy && shown === 'other'}
          aria-label={`下载${file.name}`}
          onClick={() => void download()}
        >
          下载
        </Button>
      </Flex>
    </Flex>
  )
}

/** A file that came with a message: what it is, and as far as browsers can, itself. */
export function Attachment({ documentId, file }: Props) {
  return (
    <Box tag="li" width="100%">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex gap={3} wrap="wrap" alignItems="baseline">
          <Typography fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
            {file.name}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {`${kindName(file.type)}，${writeSize(file.bytes)}`}
          </Typography>
        </Flex>
        {file.state === 'kept' ? (
          <Content documentId={documentId} file={file} />
        ) : (
          <Typography variant="pi" textColor="danger600">
            {faults[file.state]}
          </Typography>
        )}
      </Flex>
    </Box>
  )
}
