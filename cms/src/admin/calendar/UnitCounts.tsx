import { Flex, Typography } from '@strapi/design-system'
import type { Calendar } from '../../contracts/cases/calendar.ts'
import { DeskLink } from '../links/DeskLink'

type Props = { units: Calendar['units']; chosen: string; addressOf: (unit: string) => string }

/** How much is due of each unit in what is shown; each narrows the calendar to it. */
export function UnitCounts({ units, chosen, addressOf }: Props) {
  if (units.length === 0) return null
  return (
    <section aria-label="按单位">
      <Flex gap={4} wrap="wrap" alignItems="baseline">
        <Typography tag="h2" variant="delta">
          按单位
        </Typography>
        {chosen !== '' && (
          <Typography>
            <DeskLink to={addressOf('')}>看全部单位</DeskLink>
          </Typography>
        )}
      </Flex>
      <Flex tag="ul" gap={4} wrap="wrap" paddingTop={2}>
        {units.map(({ id, name, due }) => (
          <Typography tag="li" key={id} fontWeight={id === chosen ? 'bold' : 'regular'}>
            {id === chosen ? (
              `${name} ${due} 项`
            ) : (
              <DeskLink to={addressOf(id)}>{`${name} ${due} 项`}</DeskLink>
            )}
          </Typography>
        ))}
      </Flex>
    </section>
  )
}
