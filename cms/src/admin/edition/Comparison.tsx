import { Box, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { Fragment, useEffect, useState } from 'react'
import { messageOf } from '../error-message'
import type { ComparedVersions, FieldChange, Piece } from '../../contracts/publications/editions.ts'

/** Unchanged text longer than this is shortened to its ends. */
const longEnough = 160
const kept = 60

const marks = {
  added: { background: '#d9f2e0', textDecoration: 'underline', padding: '0 2px' },
  removed: { background: '#fbdcd9', textDecoration: 'line-through', padding: '0 2px' },
}

function shorten(text: string): string {
  if (text.length <= longEnough) return text
  return `${text.slice(0, kept)}……（${text.length - 2 * kept} 字未变）……${text.slice(-kept)}`
}

function Change({ kind, text }: Piece) {
  if (kind === 'same') return <Fragment>{shorten(text)}</Fragment>
  const Mark = kind === 'added' ? 'ins' : 'del'
  // Words beside the colour: not everybody tells green from red.
  const word = kind === 'added' ? '【增】' : '【删】'
  return (
    <Mark style={marks[kind]}>
      <b>{word}</b>
      {text}
    </Mark>
  )
}

/** What differs between two versions, field by field. */
export function Comparison({ address, from, to }: { address: string; from: string; to: string }) {
  const { get } = useFetchClient()
  const [fields, setFields] = useState<FieldChange[] | null>(null)
  const [failure, setFailure] = useState('')

  useEffect(() => {
    let current = true
    setFields(null)
    setFailure('')
    get<ComparedVersions>(`${address}/comparison?from=${from}&to=${to}`).then(
      ({ data }) => current && setFields(data.fields),
      (error: unknown) => current && setFailure(messageOf(error)),
    )
    return () => {
      current = false
    }
  }, [address, from, to, get])

  if (failure) return <Typography textColor="danger600">{failure}</Typography>
  if (!fields) return <Typography textColor="neutral600">正在比较…</Typography>
  if (fields.length === 0) return <Typography>两个版本内容相同。</Typography>
  return (
    <Flex direction="column" alignItems="stretch" gap={4} tag="section" aria-label="版本比较">
      {fields.map(({ field, label, pieces }) => (
        <Box key={field}>
          <Typography variant="sigma" tag="h3" textColor="neutral600">
            {label}
          </Typography>
          <Typography tag="p" style={{ whiteSpace: 'pre-wrap', lineHeight: 1.8 }}>
            {pieces.map((piece, index) => (
              <Change key={index} {...piece} />
            ))}
          </Typography>
        </Box>
      ))}
    </Flex>
  )
}
