import { Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { messageOf } from '../error-message'
import type { KeptAttachment } from '../../contracts/case-desk.ts'

const faults = {
  missing: '没有收到，已请信访人重新提交',
  damaged: '收到时已损坏，已请信访人重新提交',
}

/** A size as staff read it. */
function writeSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** Saves what the server sent under the file's own name. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Given up too early, a large file is not saved whole.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** The files that came with a message; each is opened by the server when it is asked for. */
export function Files({ files }: { files: KeptAttachment[] }) {
  const { id: documentId = '' } = useParams()
  const { get } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [busy, setBusy] = useState('')

  async function download({ id, name }: KeptAttachment) {
    setBusy(id)
    try {
      const path = `/desk/cases/${documentId}/attachments/${id}`
      const { data } = await get<Blob>(path, { responseType: 'blob' })
      save(data, name)
    } catch (error) {
      toggleNotification({ type: 'danger', message: messageOf(error) })
    }
    setBusy('')
  }

  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {files.map((file) => (
        <Flex tag="li" key={file.id} gap={3} wrap="wrap">
          <Typography>{file.name}</Typography>
          {file.state === 'kept' ? (
            <>
              <Typography variant="pi" textColor="neutral600">
                {writeSize(file.bytes)}
              </Typography>
              <Button
                variant="tertiary"
                size="S"
                loading={busy === file.id}
                aria-label={`下载${file.name}`}
                onClick={() => void download(file)}
              >
                下载
              </Button>
            </>
          ) : (
            <Typography variant="pi" textColor="danger600">
              {faults[file.state]}
            </Typography>
          )}
        </Flex>
      ))}
    </Flex>
  )
}
