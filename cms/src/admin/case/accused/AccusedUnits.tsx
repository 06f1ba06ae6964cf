import { Button, Flex, Typography } from '@strapi/design-system'
import { useEffect, useRef } from 'react'
import { useHeldState } from '../../saving/use-held-state'
import { AccusedForm } from './AccusedForm'
import type { CaseDeskState } from '../../../contracts/cases/desk-state.ts'

type Props = {
  address: string
  desk: CaseDeskState
  accused: NonNullable<CaseDeskState['accused']>
  isReading: boolean
  /** The case is not what was read: it is to be read anew. */
  onChanged: () => void
}

/** Which units a case accuses: the case goes to none of them, and none of them sees it. */
export function AccusedUnits({ address, desk, accused, isReading, onChanged }: Props) {
  const { chosen, confirmed, named } = accused
  const [changing, setChanging] = useHeldState(`accused ${address}`, false)
  const [done, setDone] = useHeldState<{ words: string } | null>(`accused ${address} done`, null)
  const said = useRef<HTMLParagraphElement>(null)
  // An accusation: somebody must say whom it accuses, though it names nobody.
  const asked = named.length > 0 || (desk.accusation && !confirmed)

  useEffect(() => {
    if (done) said.current?.focus({ preventScroll: true })
  }, [done])

  function finish() {
    setChanging(false)
    setDone({ words: '“被检举控告的单位”已经记下。' })
    onChanged()
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <div role="status">
        {done && (
          <Typography ref={said} tag="p" tabIndex={-1} textColor="success700" fontWeight="semiBold">
            {done.words}
          </Typography>
        )}
      </div>
      {changing || asked ? (
        <AccusedForm
          address={address}
          seen={desk.seen}
          accused={accused}
          isReading={isReading}
          onChanged={onChanged}
          onDone={finish}
          onGivenUp={asked ? null : () => setChanging(false)}
        />
      ) : (
        <>
          <Typography>{chosen.join('、') || '没有指明单位'}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {chosen.length > 0
              ? '不能转给这些单位，它们的账号也看不到（条例第三十条）。'
              : '信访人检举控告单位或者其工作人员的，请填写，不论信访类别是什么（条例第三十条）。'}
          </Typography>
          <Button
            variant="tertiary"
            onClick={() => {
              setDone(null)
              setChanging(true)
            }}
          >
            {chosen.length > 0 ? '修改' : '填写'}
          </Button>
        </>
      )}
    </Flex>
  )
}
