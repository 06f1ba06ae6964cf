import { Typography } from '@strapi/design-system'
import { figuresAddress } from '../desk/addresses'
import { useManages } from '../desk/use-manages'
import { DeskLink } from '../links/DeskLink'

/** The way to the figures, for the bureau. */
export function FiguresLink() {
  if (!useManages()) return null
  return (
    <Typography>
      <DeskLink to={figuresAddress}>统计</DeskLink>
    </Typography>
  )
}
