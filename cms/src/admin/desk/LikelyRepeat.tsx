import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { longDay } from '@portal/content/calendar/wording'
import type { ReactNode } from 'react'
import { styled } from 'styled-components'
import type { LikelyRepeat as Repeat } from '../../contracts/cases/registration.ts'
import { caseAddress } from './addresses'
import { DeskLink } from '../links/DeskLink'
import { Small } from './Small'

const Passage = styled(Small).attrs({ as: 'blockquote' })`
  padding-left: 12px;

  mark {
    color: ${({ theme }) => theme.colors.neutral800};
    background: ${({ theme }) => theme.colors.warning200};
  }
`

type Props = {
  repeat: Repeat
  /** Says who filed it. */
  isNamed?: boolean
  children: ReactNode
}

/** An earlier case that may be the same matter: which, why, the words that both have, and what the law says of it. */
export function LikelyRepeat({ repeat, isNamed = false, children }: Props) {
  const { documentId, title, number, petitioner, receivedOn, state, reasons, passages } = repeat
  return (
    <article aria-label={title}>
      <DeskLink to={caseAddress(documentId)} target="_blank">
        {title}
      </DeskLink>
      <Small>
        {[
          formatReceiptNumber(number),
          ...(isNamed ? [petitioner] : []),
          `${longDay(receivedOn)}收到`,
          state,
        ].join('　')}
      </Small>
      <p>{`${reasons.join('、')}。`}</p>
      {passages.map(({ before, match, after }) => (
        <Passage key={match}>
          …{before}
          <mark>{match}</mark>
          {after}…
        </Passage>
      ))}
      <Small>{repeat.law}</Small>
      {children}
    </article>
  )
}
