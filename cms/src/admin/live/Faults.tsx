import { Flex, Typography } from '@strapi/design-system'
import { DeskLink } from '../links/DeskLink'
import { editAddress } from './progress-words'
import type { Fault } from '../../contracts/publications/releases.ts'

const most = 12

/** What kept a release from being made: each place in words, with the way to the entry to be mended. */
export function Faults({ faults }: { faults: readonly Fault[] }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {faults.slice(0, most).map(({ text, uid, documentId }) => (
        <Typography key={text} variant="pi" tag="p">
          {text}
          {uid && (
            <>
              {'　'}
              <DeskLink to={editAddress(uid, documentId)}>去修改</DeskLink>
            </>
          )}
        </Typography>
      ))}
      {faults.length > most && (
        <Typography variant="pi" tag="p">{`另有 ${faults.length - most} 处`}</Typography>
      )}
    </Flex>
  )
}
