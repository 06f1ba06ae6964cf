import { Flex, Typography } from '@strapi/design-system'
import type { ReactNode, Ref } from 'react'
import { countCharacters, longestPart } from '../../contracts/papers/opinion.ts'
import { Writing } from '../desk/Writing'

type Props = {
  id: string
  name: string
  hint: string
  text: string
  lines: number
  tools?: ReactNode
  box?: Ref<HTMLTextAreaElement>
  onChange: (text: string) => void
}

/** One part of an opinion: a big box that grows, what belongs in it, and how much is in it. */
export function PartField({ id, name, hint, text, lines, tools, box, onChange }: Props) {
  const isTooLong = text.trim().length > longestPart
  return (
    <div>
      <Flex
        justifyContent="space-between"
        alignItems="flex-end"
        gap={3}
        paddingBottom={1}
        wrap="wrap"
      >
        <Typography tag="label" htmlFor={id} variant="beta">
          {name}
        </Typography>
        {tools}
      </Flex>
      <Writing
        ref={box}
        id={id}
        $lines={lines}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <Flex justifyContent="space-between" gap={3} paddingTop={1}>
        <Typography id={`${id}-hint`} variant="pi" textColor="neutral600">
          {hint}
        </Typography>
        <Typography variant="pi" textColor={isTooLong ? 'danger600' : 'neutral600'}>
          {isTooLong
            ? `${countCharacters(text)} 字，最多 ${longestPart} 字`
            : `${countCharacters(text)} 字`}
        </Typography>
      </Flex>
    </div>
  )
}
