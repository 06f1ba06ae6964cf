import { kindName } from '@portal/content/attachments/kind-name'
import { Button, Flex, Typography } from '@strapi/design-system'
import { File as Paper, Images } from '@strapi/icons'
import { useRef } from 'react'
import { styled } from 'styled-components'
import { deskFileWords } from '../../contracts/cases/desk-files.ts'
import { writeSize } from '../case/petition/attachment-kind'
import type { Files } from './use-files'

const kinds = 'image/*,.pdf,.docx,.xlsx'

const Row = styled.li`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 12px;
  min-height: 52px;
  padding: 4px 4px 4px 12px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  overflow-wrap: anywhere;
`

/** A camera is at hand where one touches the screen; on a desk it would only ask for files once more. */
const hasCamera = () => matchMedia('(pointer: coarse)').matches

type Props = {
  label: string
  files: Files
  fault?: string | undefined
  /** What is said before files are chosen. */
  hint?: string
}

/** Where files are added to a form, from a disk or a telephone's camera, and taken off it again. */
export function AddFiles({ label, files: all, fault, hint = deskFileWords }: Props) {
  const { files, sending, faults, add, remove } = all
  const picker = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const taken = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])]
    // The same file can be chosen again after it was mended.
    input.value = ''
    if (chosen.length > 0) void add(chosen)
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} role="group" aria-label={label}>
      <Typography tag="p" textColor="neutral600" lineHeight={1.6}>
        {hint}
      </Typography>
      {files.length > 0 && (
        <Flex
          tag="ul"
          direction="column"
          alignItems="stretch"
          gap={2}
          aria-label={`已加的${label}`}
        >
          {files.map(({ id, name, type, bytes }) => (
            <Row key={id}>
              <span>
                <Typography fontWeight="semiBold">{name}</Typography>{' '}
                <Typography variant="pi" textColor="neutral600">
                  {`${kindName(type)}，${writeSize(bytes)}`}
                </Typography>
              </span>
              <Button
                variant="tertiary"
                style={{ flex: 'none' }}
                aria-label={`删去${name}`}
                onClick={() => remove(id)}
              >
                删去
              </Button>
            </Row>
          ))}
        </Flex>
      )}
      <div role="status">
        {sending.length > 0 && (
          <Typography tag="p">
            {`正在上传${sending[0]}${sending.length > 1 ? `，后面还有 ${sending.length - 1} 个` : ''}…`}
          </Typography>
        )}
      </div>
      {faults.map(({ name, reason }) => (
        <Typography key={name} tag="p" role="alert" textColor="danger600" lineHeight={1.6}>
          {`${name}：${reason}`}
        </Typography>
      ))}
      {fault && (
        <Typography tag="p" textColor="danger600" lineHeight={1.6}>
          {fault}
        </Typography>
      )}
      <Flex gap={3} wrap="wrap">
        <input
          ref={picker}
          type="file"
          accept={kinds}
          multiple
          hidden
          aria-label={`选择${label}`}
          onChange={(event) => taken(event.target)}
        />
        <input
          ref={camera}
          type="file"
          accept="image/*"
          capture="environment"
          hidden
          aria-label={`拍${label}`}
          onChange={(event) => taken(event.target)}
        />
        {hasCamera() && (
          <Button
            size="L"
            variant="secondary"
            startIcon={<Images aria-hidden />}
            onClick={() => camera.current?.click()}
          >
            拍照
          </Button>
        )}
        <Button
          size="L"
          variant="secondary"
          startIcon={<Paper aria-hidden />}
          onClick={() => picker.current?.click()}
        >
          选择文件
        </Button>
      </Flex>
    </Flex>
  )
}
