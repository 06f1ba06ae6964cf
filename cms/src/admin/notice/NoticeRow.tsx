import { Button, Flex, Typography } from '@strapi/design-system'
import {
  composePieces,
  longestNotice,
  noticeFields,
  type NoticeField,
  type Piece,
} from '../../contracts/papers/notice-draft.ts'
import { Writing } from '../desk/Writing'
import { Pair, TextHead } from './layout'
import { Drafted, Original } from './AnonymisedText'

type Props = {
  field: NoticeField
  pieces: Piece[]
  turned: number[]
  /** The text as somebody wrote it anew; undefined while it is as it was made. */
  typed: string | undefined
  onTurn: (place: number) => void
  onType: (text: string | undefined) => void
}

function told(pieces: Piece[], turned: number[]): string {
  const out = pieces.filter(
    (piece, place) =>
      (piece.kind === 'removed' && (piece.fixed || !turned.includes(place))) ||
      (piece.kind === 'doubt' && turned.includes(place)),
  )
  const fixed = out.filter((piece) => piece.kind === 'removed' && piece.fixed).length
  if (out.length === 0) return '没有隐去什么。'
  return `隐去 ${out.length} 处${fixed > 0 ? `，其中 ${fixed} 处不能恢复` : ''}。`
}

/** One text of the notice beside the one of the case. */
export function NoticeRow({ field, pieces, turned, typed, onTurn, onType }: Props) {
  const name = noticeFields[field]
  const id = `notice-${field}`
  const length = (typed ?? composePieces(pieces, turned)).length
  const isLong = length > longestNotice[field]
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h2" variant="beta">
        {name}
      </Typography>
      <Pair>
        <section aria-label={`${name}，办件原文`}>
          <TextHead>
            <Typography variant="pi" textColor="neutral600">
              办件原文
            </Typography>
          </TextHead>
          {pieces.length > 0 ? (
            <Original pieces={pieces} />
          ) : (
            <Typography tag="p" textColor="neutral600">
              办件里没有写。
            </Typography>
          )}
        </section>
        <section aria-label={`${name}，公示`}>
          <TextHead>
            <Typography
              variant="pi"
              textColor="neutral600"
              {...(typed === undefined ? {} : { tag: 'label' as const, htmlFor: id })}
            >
              {typed === undefined ? '公示' : '公示，已手改'}
            </Typography>
            <Button
              variant="tertiary"
              size="S"
              onClick={() =>
                onType(typed === undefined ? composePieces(pieces, turned) : undefined)
              }
            >
              {typed === undefined ? `改写${name}` : `${name}用回自动稿`}
            </Button>
          </TextHead>
          {typed === undefined ? (
            <Drafted pieces={pieces} turned={turned} onTurn={onTurn} />
          ) : (
            <Writing
              id={id}
              $lines={field === 'body' ? 8 : 2}
              value={typed}
              onChange={(event) => onType(event.target.value)}
            />
          )}
          <Typography variant="pi" tag="p" textColor={isLong ? 'danger600' : 'neutral600'}>
            {isLong
              ? `${length} 个字，最多 ${longestNotice[field]} 个，请改短。`
              : typed === undefined
                ? told(pieces, turned)
                : ''}
          </Typography>
        </section>
      </Pair>
    </Flex>
  )
}
