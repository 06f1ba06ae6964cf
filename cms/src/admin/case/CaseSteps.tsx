import { Button, Flex, Typography } from '@strapi/design-system'
import { useState } from 'react'
import { ActionFields } from './ActionFields'
import { forms, type ActionKind } from './actions'
import type { Desk } from './desk'

/** The steps that a case allows: choose one, fill what it asks for, do it. */
export function CaseSteps({ address, desk }: { address: string; desk: Desk }) {
  const [chosen, setChosen] = useState<ActionKind | null>(null)
  if (desk.actions.length === 0) return <Typography>现在没有要办的步骤。</Typography>
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {desk.actions.map((kind, index) => (
        <Button
          key={kind}
          fullWidth
          variant={index === 0 ? 'default' : 'secondary'}
          aria-pressed={chosen === kind}
          onClick={() => setChosen(kind)}
        >
          {forms[kind].button}
        </Button>
      ))}
      {chosen && <ActionFields key={chosen} address={address} desk={desk} kind={chosen} />}
    </Flex>
  )
}
