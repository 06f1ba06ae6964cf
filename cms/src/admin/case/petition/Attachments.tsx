import { Button, Flex } from '@strapi/design-system'
import { useState } from 'react'
import type { KeptAttachment } from '../../../contracts/cases/desk-state.ts'
import { Attachment } from './Attachment'

/** So many stand there at once; the others when they are asked for. */
const few = 6

/** The files that came with a message. */
export function Attachments({
  documentId,
  files,
}: {
  documentId: string
  files: KeptAttachment[]
}) {
  const [isWhole, setWhole] = useState(false)
  if (files.length === 0) return null
  const shown = isWhole ? files : files.slice(0, few)
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={5}>
        {shown.map((file) => (
          <Attachment key={file.id} documentId={documentId} file={file} />
        ))}
      </Flex>
      {shown.length < files.length && (
        <Flex>
          <Button variant="tertiary" onClick={() => setWhole(true)}>
            {`显示其余 ${files.length - shown.length} 个附件`}
          </Button>
        </Flex>
      )}
    </Flex>
  )
}
