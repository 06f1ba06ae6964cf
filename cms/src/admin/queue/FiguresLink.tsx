import { LinkButton } from '@strapi/design-system'
import { Link } from 'react-router-dom'
import { figuresAddress } from '../desk/addresses'
import { useManages } from '../desk/use-manages'

/** The way to the figures, for the bureau. */
export function FiguresLink() {
  if (!useManages()) return null
  return (
    <LinkButton tag={Link} to={figuresAddress} size="S" variant="tertiary">
      统计
    </LinkButton>
  )
}
