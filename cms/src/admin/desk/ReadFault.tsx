import { Button, Flex, Typography } from '@strapi/design-system'

/** Why a page could not be read, with a button that asks again; nothing where there is no fault. */
export function ReadFault({ fault, onAgain }: { fault: string | null; onAgain: () => void }) {
  if (!fault) return null
  return (
    <Flex role="alert" gap={3} wrap="wrap">
      <Typography textColor="danger600">{fault}</Typography>
      <Button variant="secondary" onClick={onAgain}>
        再试一次
      </Button>
    </Flex>
  )
}
