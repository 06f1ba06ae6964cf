import { LinkButton } from '@strapi/design-system'
import { Plus } from '@strapi/icons'
import { Link } from 'react-router-dom'
import { styled } from 'styled-components'
import { useManages } from '../desk/use-manages'
import { registerAddress } from '../desk/addresses'

/** As high as a thumb needs, and never narrower than its words. */
const Main = styled(LinkButton<typeof Link>)`
  flex-shrink: 0;
  min-height: 44px;
  white-space: nowrap;
`

/** The way to register what came otherwise than by the online form, for whoever may. */
export function RegisterLink() {
  if (!useManages()) return null
  return (
    <Main tag={Link} to={registerAddress} size="L" startIcon={<Plus aria-hidden />}>
      登记来访来信来电
    </Main>
  )
}
