import { LinkButton } from '@strapi/design-system'
import { Plus } from '@strapi/icons'
import { Link } from 'react-router-dom'
import { useManages } from '../desk/use-manages'
import { registerAddress } from '../desk/addresses'

/** The way to register what came otherwise than by the online form, for whoever may. */
export function RegisterLink() {
  if (!useManages()) return null
  return (
    <LinkButton tag={Link} to={registerAddress} size="L" startIcon={<Plus aria-hidden />}>
      登记来访来信来电
    </LinkButton>
  )
}
